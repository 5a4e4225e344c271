package no.grenselos.store.jdbc;

import java.time.Instant;
import no.grenselos.store.Statistics.Span;
import org.jdbi.v3.core.statement.Query;
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

  /** Binds {@code :from} and {@code :before}. */
  static Query bind(Query query, Span time) {
    return query.bind("from", of(time.from())).bind("before", of(time.before()));
  }

  static @Nullable Long orNull(@Nullable Instant moment) {
    return moment == null ? null : of(moment);
  }
}
