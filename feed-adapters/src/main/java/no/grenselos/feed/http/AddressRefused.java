package no.grenselos.feed.http;

import java.net.UnknownHostException;

/** The name leads to an address inside the house. */
final class AddressRefused extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  private final String host;

  AddressRefused(String host) {
    super(host + " is a local or private address, which feeds may not call");
    this.host = host;
  }

  String reason() {
    return host + " is a local or private address";
  }
}
