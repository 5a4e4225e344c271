package no.grenselos.app.web.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Where a call comes from, to be counted by: the address that the socket knows, or what a proxy of
 * ours says in {@code X-Forwarded-For} (the last address there that is no proxy of ours: whatever
 * stands before it anybody may have written). Of IPv6 the first 64 bits count, which is what one
 * customer of a provider has. Safe for many threads.
 */
public final class Sources {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern WITH_PORT = Pattern.compile("\\[([^]]+)](?::\\d+)?|([\\d.]+):\\d+");
  private static final int PREFIX = 8;

  private final List<IpAddressMatcher> proxies;

  /**
   * @param limits whose proxies are believed
   */
  public Sources(CallLimits limits) {
    this.proxies = limits.proxies().stream().map(CallLimits::network).toList();
  }

  /** The same text for all calls that are counted together. */
  public String of(HttpServletRequest request) {
    String near = request.getRemoteAddr();
    Optional<InetAddress> socket = address(near);
    // one that is not in figures is none of the server's own words
    if (socket.isEmpty()) return near;
    return counted(isProxy(near) ? behind(request, socket.get()) : socket.get());
  }

  private InetAddress behind(HttpServletRequest request, InetAddress proxy) {
    InetAddress last = proxy;
    for (String told : forwarded(request).reversed()) {
      Optional<InetAddress> address = address(told);
      if (address.isEmpty()) return last;
      last = address.get();
      if (!isProxy(told)) return last;
    }
    return last;
  }

  private static List<String> forwarded(HttpServletRequest request) {
    List<String> told = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders(FORWARDED))) {
      for (String one : line.split(",", -1)) told.add(bare(one.strip()));
    }
    return told;
  }

  private static String bare(String told) {
    var parts = WITH_PORT.matcher(told);
    if (!parts.matches()) return told;
    return parts.group(1) == null ? parts.group(2) : parts.group(1);
  }

  private boolean isProxy(String address) {
    return proxies.stream().anyMatch(proxy -> proxy.matches(address));
  }

  /** Empty for what is not in figures; so nothing is ever looked up. */
  private static Optional<InetAddress> address(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) return Optional.empty();
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static String counted(InetAddress address) {
    return address instanceof Inet6Address six
        ? HexFormat.of().formatHex(six.getAddress(), 0, PREFIX) + "::/64"
        : address.getHostAddress();
  }
}
