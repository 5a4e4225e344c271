package no.grenselos.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import no.grenselos.time.OnwardClock;

/**
 * Keeps us within Teams' limits, so that it need not say so: in each conversation 7 calls in 1 s, 8
 * in 2 s, 60 in 30 s and 1,800 in an hour, and 30 in 1 s over all (learn.microsoft.com, "Optimize
 * your bot with rate limiting in Teams"). Several nodes count for themselves; then Teams says so,
 * and the conversation rests. Safe for many threads.
 */
final class TeamsPace {
  private static final List<Rule> CONVERSATION =
      List.of(
          new Rule(7, Duration.ofSeconds(1)),
          new Rule(8, Duration.ofSeconds(2)),
          new Rule(60, Duration.ofSeconds(30)),
          new Rule(1_800, Duration.ofHours(1)));

  private static final List<Rule> OVER_ALL = List.of(new Rule(30, Duration.ofSeconds(1)));

  private final Clock clock;
  private final Lane overAll = new Lane(OVER_ALL);
  private final Cache<String, Lane> lanes =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(2)).maximumSize(2_000).build();

  TeamsPace(Clock clock) {
    this.clock = new OnwardClock(clock);
  }

  /**
   * Zero when it is our turn, which is then used up; else how long to wait. The threads of a
   * channel count together.
   */
  synchronized Duration turn(String conversation) {
    Instant now = clock.instant();
    return turn(List.of(overAll, lane(conversation)), now);
  }

  /** The same for a call that writes into no conversation. */
  synchronized Duration turn() {
    return turn(List.of(overAll), clock.instant());
  }

  /** Teams itself told us to wait. */
  synchronized void pause(String conversation, Duration wait) {
    lane(conversation).pauseUntil(clock.instant().plus(wait));
  }

  private static Duration turn(List<Lane> lanes, Instant now) {
    Duration wait = Duration.ZERO;
    for (Lane lane : lanes) {
      Duration here = lane.wait(now);
      if (here.compareTo(wait) > 0) wait = here;
    }
    if (wait.isZero()) lanes.forEach(lane -> lane.add(now));
    return wait;
  }

  private Lane lane(String conversation) {
    int thread = conversation.indexOf(";messageid=");
    String whole = thread < 0 ? conversation : conversation.substring(0, thread);
    return lanes.get(whole, key -> new Lane(CONVERSATION));
  }

  /** At most so many within any span of that length. */
  private record Rule(int calls, Duration within) {}

  /** The last calls of one conversation, as many as its longest rule looks back on. */
  private static final class Lane {
    private final List<Rule> rules;
    private final int most;
    private Instant[] calls = new Instant[8];
    private int count;
    private Instant closedUntil = Instant.MIN;

    Lane(List<Rule> rules) {
      this.rules = rules;
      this.most = rules.stream().mapToInt(Rule::calls).max().orElseThrow();
    }

    Duration wait(Instant now) {
      Instant open = closedUntil;
      for (Rule rule : rules) {
        if (count < rule.calls()) continue;
        // the oldest of as many as are allowed: when it leaves the span, there is room
        Instant leaves =
            calls[Math.floorMod(count - rule.calls(), calls.length)].plus(rule.within());
        if (leaves.isAfter(open)) open = leaves;
      }
      return open.isAfter(now) ? Duration.between(now, open) : Duration.ZERO;
    }

    void add(Instant now) {
      if (count == calls.length && calls.length < most)
        calls = Arrays.copyOf(calls, Math.min(most, calls.length * 2));
      calls[count % calls.length] = now;
      count++;
      // the position in the ring is kept, the number stays small
      if (count == 2 * most) count -= most;
    }

    void pauseUntil(Instant moment) {
      if (moment.isAfter(closedUntil)) closedUntil = moment;
    }
  }
}
