package no.grenselos.playground.slack.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How Slack fares today, for the Web API; fine by default. Safe for many threads. */
public final class Weather {
  private enum Sky {
    FINE,
    UNAVAILABLE,
    SILENT
  }

  private final RateLimits limits;
  private final Map<String, Integer> lost = new ConcurrentHashMap<>();
  private volatile Sky sky = Sky.FINE;
  private volatile Duration slow = Duration.ZERO;
  private volatile boolean uploadsDown;

  Weather(Clock clock) {
    this.limits = new RateLimits(clock);
  }

  /** Every call is answered with 503, until it is told otherwise; nothing is done. */
  public void down(boolean on) {
    sky = on ? Sky.UNAVAILABLE : Sky.FINE;
  }

  /** Every connection is cut without an answer, until it is told otherwise; nothing is done. */
  public void dropping(boolean on) {
    sky = on ? Sky.SILENT : Sky.FINE;
  }

  /** Where files' bytes go, every answer is 503, until it is told otherwise; the rest is fine. */
  public void uploadsDown(boolean on) {
    uploadsDown = on;
  }

  /** Every answer takes that much longer; what was asked is done first. */
  public void slow(Duration longer) {
    slow = longer;
  }

  /**
   * The next calls of the method are DONE, but their answer is lost on the way: the caller cannot
   * know.
   */
  public void loseAnswers(String method, int count) {
    lost.put(method, count);
  }

  /** The next calls of the method are refused with 429 and that {@code Retry-After}. */
  public void rateLimitNext(String method, int count, Duration retryAfter) {
    limits.next(method, count, retryAfter);
  }

  /** Slack's own limits: off by default, so that tests need not wait. */
  public void enforceRateLimits(boolean on) {
    limits.enforce(on);
  }

  RateLimits limits() {
    return limits;
  }

  boolean isUnavailable() {
    return sky == Sky.UNAVAILABLE;
  }

  boolean areUploadsDown() {
    return uploadsDown;
  }

  boolean isSilent() {
    return sky == Sky.SILENT;
  }

  Duration slow() {
    return slow;
  }

  boolean losesAnswerOf(String method) {
    int[] before = new int[1];
    lost.computeIfPresent(
        method,
        (name, left) -> {
          before[0] = left;
          return left > 1 ? left - 1 : null;
        });
    return before[0] > 0;
  }
}
