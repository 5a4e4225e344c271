package no.grenselos.feed.youtube;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Fetch;

/**
 * The quota units that one feed may spend in a day, which ends at midnight Pacific Time
 * (developers.google.com/youtube/v3/determine_quota_cost). The cursor keeps the count; what a look
 * that failed has spent has no cursor, and is known until the process ends only. One thread at a
 * time spends; any may ask what is left.
 */
final class DailyUnits {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private final long most;
  private final Clock clock;
  private volatile Optional<Spent> known = Optional.empty();

  /**
   * @param units spent on that day, 0 or more
   */
  record Spent(LocalDate day, long units) {
    Spent {
      if (units < 0)
        throw new IllegalArgumentException("units are " + units + ", must be 0 or more");
    }
  }

  DailyUnits(long most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** Takes over what a cursor says, when it is more than is known here. */
  void atLeast(Spent told) {
    Spent ours = spent();
    if (told.day().equals(ours.day()) && told.units() > ours.units()) known = Optional.of(told);
  }

  Spent spent() {
    LocalDate today = now().toLocalDate();
    return known.filter(spent -> spent.day().equals(today)).orElseGet(() -> new Spent(today, 0));
  }

  /** Spends one, unless none is left. */
  boolean take() {
    Spent before = spent();
    if (before.units() >= most) return false;
    known = Optional.of(new Spent(before.day(), before.units() + 1));
    return true;
  }

  /** YouTube says that nothing is left, whoever else spent it. */
  void over() {
    known = Optional.of(new Spent(spent().day(), most));
  }

  long left() {
    return Math.max(0, most - spent().units());
  }

  /** Whether more is left than the day's remaining polls need for their first page. */
  boolean sparesOneBeside(Duration poll) {
    return left() > untilReset().dividedBy(poll);
  }

  Duration untilReset() {
    return Duration.between(now(), reset());
  }

  Fetch usedUp() {
    return new Fetch.Wait(
        untilReset(), "the day's quota units are used up; they end at midnight PT");
  }

  /** Empty before the first call of the day. */
  Optional<Allowance> allowance() {
    return known
        .filter(spent -> spent.equals(spent()))
        .map(spent -> new Allowance(left(), most, reset().toInstant()));
  }

  private ZonedDateTime reset() {
    return now().toLocalDate().plusDays(1).atStartOfDay(PACIFIC);
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(PACIFIC);
  }
}
