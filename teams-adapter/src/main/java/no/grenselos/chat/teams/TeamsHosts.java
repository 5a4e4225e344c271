package no.grenselos.chat.teams;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where our token may go, and so who may be answered.
 *
 * @param hosts host names, with their port where it is not the usual one
 * @param local local development: this machine alone may be answered, at any port
 */
record TeamsHosts(Set<String> hosts, boolean local) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  TeamsHosts {
    hosts = Set.copyOf(hosts);
  }

  /** Whether the address is of an allowed host, and safe to call. */
  boolean allows(URI service) {
    if (!isSafe(service) || service.getRawUserInfo() != null) return false;
    if (local) return isLoopback(service);
    String authority = service.getRawAuthority();
    return authority != null && hosts.contains(authority.toLowerCase(Locale.ROOT));
  }

  /** The same for a text from outside, which need not be an address at all. */
  boolean allows(@Nullable String service) {
    if (service == null) return false;
    try {
      return allows(URI.create(service));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** https, or http within this machine: a token must not cross a network in the clear. */
  static boolean isSafe(URI address) {
    if (address.getHost() == null) return false;
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && isLoopback(address));
  }

  private static boolean isLoopback(URI address) {
    String host = address.getHost();
    return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
  }
}
