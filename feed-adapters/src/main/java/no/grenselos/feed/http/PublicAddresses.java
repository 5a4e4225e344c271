package no.grenselos.feed.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import no.grenselos.web.PublicAddress;
import okhttp3.Connection;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps feeds from being led into the house's own network. Names are checked when they are
 * resolved, and the address really connected to once more: an address written as a number is never
 * resolved, and a name may resolve differently the second time (DNS rebinding).
 */
final class PublicAddresses implements Dns, Interceptor {
  private final Predicate<InetAddress> open;

  PublicAddresses() {
    this(PublicAddress::is);
  }

  /**
   * @param open whether an address may be called
   */
  PublicAddresses(Predicate<InetAddress> open) {
    this.open = open;
  }

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    List<InetAddress> allowed = Dns.SYSTEM.lookup(hostname).stream().filter(open).toList();
    if (allowed.isEmpty()) throw new AddressRefused(hostname);
    return allowed;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Connection connection = chain.connection();
    // behind a proxy the connected address is the proxy's, which the admin chose
    if (connection != null
        && connection.route().proxy().type() == Proxy.Type.DIRECT
        && !open.test(connection.socket().getInetAddress())) {
      throw new AddressRefused(chain.request().url().host());
    }
    return chain.proceed(chain.request());
  }
}
