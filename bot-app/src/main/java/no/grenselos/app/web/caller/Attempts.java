package no.grenselos.app.web.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often an address may try something: a bucket of tries that fills up again with time. Knows
 * the 10,000 addresses that tried last; who is forgotten begins with a full bucket. Safe for many
 * threads.
 */
public final class Attempts {
  private final int most;
  private final Duration each;
  private final Clock clock;
  private final Cache<String, Bucket> buckets;

  /** What is left, and what whoever came last was told. */
  private record Bucket(double tries, Instant at, Duration pause) {}

  /**
   * @param most at once
   * @param each time in which one more is allowed
   */
  public Attempts(int most, Duration each, Clock clock) {
    this.most = most;
    this.each = each;
    this.clock = clock;
    this.buckets = Caffeine.newBuilder().maximumSize(10_000).build();
  }

  /** How long to wait before trying; zero when this one is allowed, and counted. */
  public Duration take(String address) {
    Instant now = clock.instant();
    Bucket bucket = buckets.asMap().compute(address, (same, before) -> next(before, now));
    return Objects.requireNonNull(bucket).pause();
  }

  private Bucket next(@Nullable Bucket before, Instant now) {
    double tries = before == null ? most : Math.min(most, before.tries() + since(before, now));
    if (tries >= 1) return new Bucket(tries - 1, now, Duration.ZERO);
    long millis = (long) Math.ceil(each.toMillis() * (1 - tries));
    return new Bucket(tries, now, Duration.ofMillis(millis));
  }

  private double since(Bucket before, Instant now) {
    return (double) Math.max(0, Duration.between(before.at(), now).toMillis()) / each.toMillis();
  }
}
