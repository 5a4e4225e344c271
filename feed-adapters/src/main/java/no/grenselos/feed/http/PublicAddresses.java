package no.grenselos.feed.http;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Connection;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps feeds from being led into the house's own network. Names are checked when they are
 * resolved, and the address really connected to once more: an address written as a number is never
 * resolved, and a name may resolve differently the second time (DNS rebinding). Ranges: IANA
 * special-purpose address registries.
 */
final class PublicAddresses implements Dns, Interceptor {
  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    List<InetAddress> open =
        Dns.SYSTEM.lookup(hostname).stream().filter(PublicAddresses::isPublic).toList();
    if (open.isEmpty()) throw new AddressRefused(hostname);
    return open;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Connection connection = chain.connection();
    // behind a proxy the connected address is the proxy's, which the admin chose
    if (connection != null
        && connection.route().proxy().type() == Proxy.Type.DIRECT
        && !isPublic(connection.socket().getInetAddress())) {
      throw new AddressRefused(chain.request().url().host());
    }
    return chain.proceed(chain.request());
  }

  static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) return false;
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return address instanceof Inet4Address
        ? publicV4(first, second, bytes[2] & 0xff)
        : publicV6(bytes);
  }

  private static boolean publicV4(int first, int second, int third) {
    if (first == 0 || first >= 240) return false;
    return switch (first) {
      case 100 -> second < 64 || second > 127; // carrier-grade NAT
      case 192 -> second != 0 || third != 0; // protocol assignments
      case 198 -> second != 18 && second != 19; // benchmarking
      default -> true;
    };
  }

  private static boolean publicV6(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean uniqueLocal = (first & 0xfe) == 0xfc;
    // these carry an IPv4 address inside and may lead to a private one: NAT64, 6to4, Teredo
    boolean wrapsV4 =
        (first == 0x00 && second == 0x64)
            || (first == 0x20 && second == 0x02)
            || (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
    boolean compatibleV4 = first == 0 && second == 0;
    return !uniqueLocal && !wrapsV4 && !compatibleV4;
  }
}
