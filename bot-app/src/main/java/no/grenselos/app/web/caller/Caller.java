package no.grenselos.app.web.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Who calls: somebody on this machine, or not. */
public final class Caller {
  /** A proxy or a tunnel on this machine says by these that it speaks for somebody else. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via");

  private Caller() {}

  /** Whether the call began on this machine; a page in a browser may have come from anywhere. */
  public static boolean isNear(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && request.getHeader("Origin") == null
        && FORWARDED.stream().allMatch(name -> request.getHeader(name) == null);
  }

  /**
   * @param address an address in figures, as the server gives it; nothing is looked up
   */
  public static boolean isLoopback(String address) {
    if (!address.matches("[0-9.]+|[0-9a-fA-F.:]+:[0-9a-fA-F.:]*")) return false;
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
