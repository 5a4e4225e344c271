package no.grenselos.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import no.grenselos.time.OnwardClock;

/**
 * Keeps us within "one message a second per channel, short bursts allowed" (docs.slack.dev, rate
 * limits), so that Slack need not say so. Safe for many threads.
 */
final class SlackPace {
  private static final Duration STEP = Duration.ofSeconds(1);

  /** How far ahead of the step we may run: a burst of three. */
  private static final Duration AHEAD = STEP.multipliedBy(2);

  private final Clock clock;
  private final Cache<String, Lane> lanes =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).maximumSize(10_000).build();

  SlackPace(Clock clock) {
    this.clock = new OnwardClock(clock);
  }

  /** Zero when it is our turn, which is then used up; else how long to wait. */
  Duration turn(String channel) {
    return lane(channel).turn(clock.instant());
  }

  /** Slack itself told us to wait. */
  void pause(String channel, Duration wait) {
    lane(channel).pauseUntil(clock.instant().plus(wait));
  }

  private Lane lane(String channel) {
    return lanes.get(channel, key -> new Lane());
  }

  /** One channel: the moment at which an even pace would send the next message. */
  private static final class Lane {
    private Instant next = Instant.MIN;
    private Instant closedUntil = Instant.MIN;

    synchronized Duration turn(Instant now) {
      if (now.isBefore(closedUntil)) return Duration.between(now, closedUntil);
      Instant even = next.isAfter(now) ? next : now;
      Duration ahead = Duration.between(now, even);
      if (ahead.compareTo(AHEAD) > 0) return ahead.minus(AHEAD);
      next = even.plus(STEP);
      return Duration.ZERO;
    }

    synchronized void pauseUntil(Instant moment) {
      if (moment.isAfter(closedUntil)) closedUntil = moment;
    }
  }
}
