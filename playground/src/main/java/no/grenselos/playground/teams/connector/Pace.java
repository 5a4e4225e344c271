package no.grenselos.playground.teams.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When Teams says "not so fast" (learn.microsoft.com, optimize your bot with rate limiting), by
 * sliding windows. Off by default. Safe for many threads.
 */
final class Pace {
  private record Limit(int calls, Duration window) {}

  private static final List<Limit> SENDS =
      List.of(
          new Limit(7, Duration.ofSeconds(1)),
          new Limit(8, Duration.ofSeconds(2)),
          new Limit(60, Duration.ofSeconds(30)));
  private static final List<Limit> TENANT = List.of(new Limit(30, Duration.ofSeconds(1)));

  private final Clock clock;
  private final Deque<Instant> all = new ArrayDeque<>();
  private final Map<String, Deque<Instant>> sends = new HashMap<>();
  private boolean enforced;

  Pace(Clock clock) {
    this.clock = clock;
  }

  synchronized void enforce(boolean on) {
    enforced = on;
  }

  /** How long the bot must wait; zero where the call may go on, which is then counted. */
  synchronized Duration wait(Call call) {
    if (!enforced) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    Duration inAll = wait(all, TENANT, now);
    if (inAll.isPositive()) {
      return inAll;
    }
    if (call.verb().equals("send")) {
      Deque<Instant> here = sends.computeIfAbsent(call.address().id(), id -> new ArrayDeque<>());
      Duration toSend = wait(here, SENDS, now);
      if (toSend.isPositive()) {
        return toSend;
      }
      here.addLast(now);
    }
    all.addLast(now);
    return Duration.ZERO;
  }

  private static Duration wait(Deque<Instant> before, List<Limit> limits, Instant now) {
    Instant oldest = now.minus(limits.getLast().window());
    while (!before.isEmpty() && !before.getFirst().isAfter(oldest)) {
      before.removeFirst();
    }
    Duration longest = Duration.ZERO;
    for (Limit limit : limits) {
      Instant begin = now.minus(limit.window());
      List<Instant> inWindow = before.stream().filter(at -> at.isAfter(begin)).toList();
      if (inWindow.size() >= limit.calls()) {
        Instant leaves = inWindow.get(inWindow.size() - limit.calls());
        Duration wait = Duration.between(begin, leaves);
        longest = wait.compareTo(longest) > 0 ? wait : longest;
      }
    }
    return longest;
  }
}
