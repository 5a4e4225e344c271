package no.grenselos.playground.slack.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import no.grenselos.playground.slack.workspace.SlackChannel;

/**
 * When Slack says "not so fast". Enforced limits are off by default: about one chat.postMessage a
 * second and channel, with a burst of three, and each method's calls a minute (docs.slack.dev, rate
 * limits); of posts also over all channels. Limits on demand work always. Safe for many threads.
 */
final class RateLimits {
  private static final Duration BETWEEN_POSTS = Duration.ofSeconds(1);
  private static final int BURST = 3;

  private static final class Planned {
    private int left;
    private final Duration retryAfter;

    private Planned(int left, Duration retryAfter) {
      this.left = left;
      this.retryAfter = retryAfter;
    }
  }

  private final Clock clock;
  private final Map<String, Planned> planned = new HashMap<>();
  private final Map<String, Instant> postsPaidUntil = new HashMap<>();
  private final Map<String, Deque<Instant>> calls = new HashMap<>();
  private boolean enforced;

  RateLimits(Clock clock) {
    this.clock = clock;
  }

  synchronized void enforce(boolean on) {
    enforced = on;
  }

  synchronized void next(String method, int count, Duration retryAfter) {
    planned.put(method, new Planned(count, retryAfter));
  }

  /** How long the caller must wait; zero where the call may go on, which is then counted. */
  synchronized Duration wait(WebMethod method, Call call) {
    Planned plan = planned.get(method.name());
    if (plan != null && plan.left > 0) {
      plan.left--;
      return plan.retryAfter;
    }
    if (!enforced) {
      return Duration.ZERO;
    }
    Duration inMinute = waitInMinute(method);
    return inMinute.isZero() && method.name().equals("chat.postMessage")
        ? waitToPost(conversation(call.text("channel").orElse("")))
        : inMinute;
  }

  /** A person's id means the conversation with them. */
  private static String conversation(String target) {
    return target.startsWith("U") ? SlackChannel.directId(target) : target;
  }

  private Duration waitToPost(String channel) {
    Instant now = clock.instant();
    Instant paid = postsPaidUntil.getOrDefault(channel, now);
    Instant from = paid.isBefore(now) ? now : paid;
    Duration ahead = Duration.between(now, from);
    Duration allowed = BETWEEN_POSTS.multipliedBy(BURST - 1);
    if (ahead.compareTo(allowed) > 0) {
      return ahead.minus(allowed);
    }
    postsPaidUntil.put(channel, from.plus(BETWEEN_POSTS));
    return Duration.ZERO;
  }

  private Duration waitInMinute(WebMethod method) {
    Instant now = clock.instant();
    Deque<Instant> recent = calls.computeIfAbsent(method.name(), name -> new ArrayDeque<>());
    Instant minuteAgo = now.minus(Duration.ofMinutes(1));
    while (!recent.isEmpty() && !recent.getFirst().isAfter(minuteAgo)) {
      recent.removeFirst();
    }
    if (recent.size() >= method.perMinute()) {
      return Duration.between(minuteAgo, recent.getFirst());
    }
    recent.addLast(now);
    return Duration.ZERO;
  }
}
