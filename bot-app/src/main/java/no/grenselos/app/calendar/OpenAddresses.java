package no.grenselos.app.calendar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import no.grenselos.web.PublicAddress;
import okhttp3.Connection;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps calendars from leading into the house's own network: names are checked when they are
 * resolved, and the address really connected to once more, on each redirect too.
 */
final class OpenAddresses implements Dns, Interceptor {
  /** The name leads into a private network. */
  static final class Refused extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }

  /** Whether the host is written as a number that leads inside; such a one is never looked up. */
  static boolean closed(String host) {
    if (!host.contains(":") && !host.matches("[0-9.]+")) return false;
    try {
      return !PublicAddress.is(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return true;
    }
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    List<InetAddress> open =
        Dns.SYSTEM.lookup(hostname).stream().filter(PublicAddress::is).toList();
    if (open.isEmpty()) throw new Refused();
    return open;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Connection connection = chain.connection();
    // behind a proxy the connected address is the proxy's, which the admin chose
    if (connection != null
        && connection.route().proxy().type() == Proxy.Type.DIRECT
        && !PublicAddress.is(connection.socket().getInetAddress())) {
      throw new Refused();
    }
    return chain.proceed(chain.request());
  }
}
