package no.grenselos.app.web.caller;

import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * How often one source may call us; 200 calls a second unless configured, 2,000 of them at once
 * after a rest, and 100 in hand at the same time, which is half of the threads that serve calls.
 * Far above what a chat house or a network does, since all of them may come through one proxy.
 *
 * @param perSecond calls, 1 to 1,000
 * @param burst calls without a pause after a rest, 1 or more
 * @param atOnce calls of one source in hand, 1 or more
 * @param proxies addresses or networks (CIDR) in figures, whose {@code X-Forwarded-For} is believed
 */
public record CallLimits(int perSecond, int burst, int atOnce, List<String> proxies) {
  /** Nobody's header is believed. */
  public static final CallLimits USUAL = new CallLimits(200, 2_000, 100, List.of());

  /** More than a millisecond each is not counted. */
  public static final int FASTEST = 1_000;

  public CallLimits {
    atLeastOne("per-second", perSecond);
    atLeastOne("burst", burst);
    atLeastOne("at-once", atOnce);
    if (perSecond > FASTEST) {
      throw new IllegalArgumentException("per-second is " + perSecond + ", at most " + FASTEST);
    }
    proxies = List.copyOf(proxies);
    proxies.forEach(CallLimits::network);
  }

  private static void atLeastOne(String what, int count) {
    if (count < 1)
      throw new IllegalArgumentException(what + " is " + count + ", must be 1 or more");
  }

  /**
   * @throws IllegalArgumentException when it is neither an address nor a network in figures
   */
  static IpAddressMatcher network(String written) {
    try {
      return new IpAddressMatcher(written);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "proxies: \""
              + written
              + "\" must be an address or a network, as 10.0.0.5 or 10.1.0.0/16",
          e);
    }
  }
}
