package no.grenselos.store.jdbc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as columns keep them: milliseconds since 1970. */
final class Millis {
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);

  private Millis() {}

  static long of(Instant moment) {
    if (moment.isAfter(LAST)) return Long.MAX_VALUE;
    return moment.isBefore(FIRST) ? Long.MIN_VALUE : moment.toEpochMilli();
  }

  static @Nullable Long orNull(@Nullable Instant moment) {
    return moment == null ? null : of(moment);
  }
}
