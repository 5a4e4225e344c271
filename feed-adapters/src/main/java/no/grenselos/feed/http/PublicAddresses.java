package no.grenselos.feed.http;

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
 * Keeps feeds from being led into the house's own network. Names are checked when they are
 * resolved, and the address really connected to once more: an address written as a number is never
 * resolved, and a name may resolve differently the second time (DNS rebinding).
 */
final class PublicAddresses implements Dns, Interceptor {
  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    List<InetAddress> open =
        Dns.SYSTEM.lookup(hostname).stream().filter(PublicAddress::is).toList();
    if (open.isEmpty()) throw new AddressRefused(hostname);
    return open;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Connection connection = chain.connection();
    // behind a proxy the connected address is the proxy's, which the admin chose
    if (connection != null
        && connection.route().proxy().type() == Proxy.Type.DIRECT
        && !PublicAddress.is(connection.socket().getInetAddress())) {
      throw new AddressRefused(chain.request().url().host());
    }
    return chain.proceed(chain.request());
  }
}
