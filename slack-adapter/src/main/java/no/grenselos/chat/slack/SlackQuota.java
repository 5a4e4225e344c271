package no.grenselos.chat.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import no.grenselos.chat.CallRate;
import no.grenselos.time.OnwardClock;

/**
 * Keeps each method within its calls a minute (docs.slack.dev, rate limits: "evaluated per method,
 * per workspace", and each method's tier), so that Slack need not say so: whatever has to wait,
 * waits without asking. Several nodes count for themselves; then Slack says so, and the method
 * rests for all of this node. Safe for many threads.
 */
final class SlackQuota {
  /** A minute, and what a call may be on its way. */
  private static final Duration MINUTE = Duration.ofSeconds(62);

  private static final int TIER_2 = 20;
  private static final int TIER_3 = 50;
  private static final int TIER_4 = 100;

  /**
   * Edits are most of our calls and ring no bell. Tier 3 is "50+ per minute", so they go as fast as
   * Slack takes them, and rest for all when it says so.
   */
  private static final int AS_SLACK_SAYS = Integer.MAX_VALUE;

  /**
   * Over all channels; the docs only say that there is such a limit. A judgement, well below the
   * 525 that another vendor uses (help.moveworks.com, integration rate limits).
   */
  private static final int POSTS = 300;

  private static final Map<String, Integer> A_MINUTE =
      Map.ofEntries(
          Map.entry("chat.postMessage", POSTS),
          Map.entry("chat.postEphemeral", TIER_4),
          Map.entry("chat.update", AS_SLACK_SAYS),
          Map.entry("chat.unfurl", TIER_3),
          Map.entry("conversations.history", TIER_3),
          Map.entry("conversations.info", TIER_3),
          Map.entry("conversations.list", TIER_2),
          Map.entry("conversations.open", TIER_3),
          Map.entry("dnd.info", TIER_3),
          Map.entry("dnd.teamInfo", TIER_2),
          Map.entry("files.completeUploadExternal", TIER_4),
          Map.entry("files.getUploadURLExternal", TIER_4),
          Map.entry("pins.add", TIER_2),
          Map.entry("users.info", TIER_4),
          Map.entry("users.list", TIER_2),
          Map.entry("users.lookupByEmail", TIER_3),
          Map.entry("views.open", TIER_4),
          Map.entry("views.publish", TIER_4),
          Map.entry("views.push", TIER_4),
          Map.entry("views.update", TIER_4));

  private final Clock clock;
  private final Map<String, Method> methods;

  SlackQuota(Clock clock) {
    this.clock = new OnwardClock(clock);
    this.methods =
        A_MINUTE.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> new Method(e.getValue())));
  }

  /** Zero when the method may be called now, which is then counted; else how long to wait. */
  Duration turn(String method) {
    return Optional.ofNullable(methods.get(method))
        .map(m -> m.turn(clock.instant()))
        .orElse(Duration.ZERO);
  }

  /** Slack itself told us to wait. */
  void pause(String method, Duration wait) {
    Optional.ofNullable(methods.get(method))
        .ifPresent(m -> m.pauseUntil(clock.instant().plus(wait)));
  }

  /** What was called in the last minute, or rests now. */
  List<CallRate> rates() {
    Instant now = clock.instant();
    return methods.entrySet().stream()
        .map(method -> method.getValue().rate(method.getKey(), now))
        .filter(rate -> rate.lastMinute() > 0 || !rate.rests().isZero())
        .sorted(Comparator.comparing(CallRate::what))
        .toList();
  }

  private static final class Method {
    private final int most;
    private final Deque<Instant> calls = new ArrayDeque<>();
    private Instant closedUntil = Instant.MIN;

    Method(int most) {
      this.most = most;
    }

    synchronized CallRate rate(String name, Instant now) {
      forget(now);
      OptionalInt limit = most == AS_SLACK_SAYS ? OptionalInt.empty() : OptionalInt.of(most);
      boolean rests = now.isBefore(closedUntil);
      Duration rest = rests ? Duration.between(now, closedUntil) : Duration.ZERO;
      return new CallRate(name, calls.size(), limit, rest);
    }

    private void forget(Instant now) {
      while (!calls.isEmpty() && !calls.getFirst().plus(MINUTE).isAfter(now)) calls.removeFirst();
    }

    synchronized Duration turn(Instant now) {
      if (now.isBefore(closedUntil)) return Duration.between(now, closedUntil);
      forget(now);
      if (calls.size() >= most) return Duration.between(now, calls.getFirst().plus(MINUTE));
      calls.addLast(now);
      return Duration.ZERO;
    }

    synchronized void pauseUntil(Instant moment) {
      if (moment.isAfter(closedUntil)) closedUntil = moment;
    }
  }
}
