package no.grenselos.feed.http;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Where a feed stands on its network's ladder. Not thread safe. */
final class Climb {
  /** From this failure in a row on it is no longer a matter of waiting a little. */
  private static final int LASTING = 4;

  private final Ladder ladder;
  private final Map<Ladder.Fall, Integer> falls = new EnumMap<>(Ladder.Fall.class);
  private Instant until = Instant.MIN;
  private String why = "";

  Climb(Ladder ladder) {
    this.ladder = ladder;
  }

  /** Counts a failure, and says how long to rest after it. */
  Duration fall(Ladder.Fall fall, Duration atLeast) {
    Duration rest = ladder.of(fall).after(falls.merge(fall, 1, Integer::sum));
    return rest.compareTo(atLeast) < 0 ? atLeast : rest;
  }

  void rest(Instant now, Duration time, String reason) {
    until = now.plus(time);
    why = reason;
  }

  boolean rests(Instant now) {
    return now.isBefore(until);
  }

  Duration left(Instant now) {
    return Duration.between(now, until);
  }

  String why() {
    return why;
  }

  boolean lasts() {
    return falls.values().stream().mapToInt(Integer::intValue).sum() >= LASTING;
  }

  /** It works again. */
  void up() {
    falls.clear();
  }
}
