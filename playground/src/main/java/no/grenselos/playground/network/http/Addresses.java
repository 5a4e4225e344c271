package no.grenselos.playground.network.http;

import java.net.URI;
import java.util.function.Supplier;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Status;

/** Where things are on this server. Addresses have no slash at their end. */
final class Addresses {
  private final Supplier<URI> server;

  Addresses(Supplier<URI> server) {
    this.server = server;
  }

  String root() {
    return server.get().resolve("network").toString();
  }

  String profile(Account account) {
    return root() + "/@" + account.acct();
  }

  /** The picture of an account. */
  String portrait(Account account) {
    return root() + "/avatars/" + account.id() + ".svg";
  }

  String status(Status status) {
    return root() + path(status);
  }

  /** Below the root. */
  static String path(Status status) {
    return "/@" + status.account().acct() + "/" + status.id();
  }

  String tag(String name) {
    return root() + "/tags/" + name;
  }
}
