package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.store.Statistics.Count;
import no.grenselos.store.Statistics.Part;
import no.grenselos.store.Statistics.Span;
import no.grenselos.store.Statistics.Sums;
import no.grenselos.store.Statistics.Wait;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Counts posts, from the indexes of {@code tally} alone. */
record JdbcPostCounts(Handle handle) {
  /** Each kind of row from an index that holds no other: all, those without and with an answer. */
  private static final String SUMS =
      """
      select sum(posts) as posts, sum(worth) as worth, sum(answered) as answered,
          sum(promised) as promised, sum(kept) as kept
      from (
        select count(*) as posts, 0 as worth, 0 as answered, 0 as promised, 0 as kept
        from tally where %1$s
        union all
        select 0, count(case when fate <> 'MERGED' then 1 end), 0,
            count(case when fate = '' and promised_at < :now then 1 end), 0
        from tally where ticket is not null and answered_at is null and %1$s
        union all
        select 0, count(*), count(*), count(promised_at),
            count(case when answered_at <= promised_at then 1 end)
        from tally where answered_at is not null and %1$s) each_kind
      """;

  private static final String OF_TIME = "came_at >= :from and came_at < :before";
  private static final String OF_PART = "goal = :goal and topic = :topic and " + OF_TIME;
  private static final String WAITS =
      "select string_agg(cast((answered_at - came_at) / 60000 as text), ',') as minutes"
          + " from tally where answered_at is not null and "
          + OF_PART;
  private static final String SUMS_OF_TIME = SUMS.formatted(OF_TIME);
  private static final String SUMS_OF_PART = SUMS.formatted(OF_PART);

  /**
   * Part by part, as each is one walk along the index; to part them in one query sorts all rows.
   */
  List<Count> counts(Span time, Instant now) {
    return parts().stream()
        .map(part -> new Count(part, sums(of(part, SUMS_OF_PART, time), now)))
        .filter(count -> count.sums().posts() > 0)
        .toList();
  }

  List<Sums> course(List<Span> times, Instant now) {
    return times.stream().map(time -> sums(in(SUMS_OF_TIME, time), now)).toList();
  }

  /** Each step finds the next one in the index, without reading the rows between. */
  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    Optional<String> goal = next("select min(goal) from tally", Map.of());
    while (goal.isPresent()) {
      Map<String, String> of = Map.of("goal", goal.get());
      Optional<String> topic = next("select min(topic) from tally where goal = :goal", of);
      while (topic.isPresent()) {
        parts.add(part(goal.get(), topic.get()));
        topic =
            next(
                "select min(topic) from tally where goal = :goal and topic > :topic",
                Map.of("goal", goal.get(), "topic", topic.get()));
      }
      goal = next("select min(goal) from tally where goal > :goal", of);
    }
    return parts;
  }

  private Optional<String> next(String sql, Map<String, String> values) {
    return handle
        .createQuery(sql)
        .bindMap(values)
        .map((row, context) -> Optional.ofNullable(row.getString(1)))
        .one();
  }

  private Query of(Part part, String sql, Span time) {
    return in(sql, time)
        .bind("goal", JdbcTally.goal(part.goal()))
        .bind("topic", JdbcTally.topic(part.topic()));
  }

  private static Sums sums(Query query, Instant now) {
    return query
        .bind("now", Millis.of(now))
        .map((row, context) ->
            new Sums(
                row.getLong("posts"),
                row.getLong("worth"),
                row.getLong("answered"),
                row.getLong("promised"),
                row.getLong("kept")))
        .one();
  }

  List<Wait> waits(Span time) {
    return parts().stream().flatMap(part -> waits(part, time).stream()).toList();
  }

  /** All in one row: fetching tens of thousands takes longer than finding them. */
  private List<Wait> waits(Part part, Span time) {
    return of(part, WAITS, time)
        .map((row, context) -> Optional.ofNullable(row.getString("minutes")))
        .one()
        .map(text -> waits(part, text))
        .orElse(List.of());
  }

  private static List<Wait> waits(Part part, String minutes) {
    long[] all = new long[(int) minutes.chars().filter(c -> c == ',').count() + 1];
    int from = 0;
    for (int i = 0; i < all.length; i++) {
      int comma = minutes.indexOf(',', from);
      int end = comma < 0 ? minutes.length() : comma;
      all[i] = Math.max(0, Long.parseLong(minutes, from, end, 10));
      from = end + 1;
    }
    Arrays.sort(all);
    List<Wait> waits = new ArrayList<>();
    for (int i = 0, first = 0; i < all.length; i++) {
      if (i + 1 < all.length && all[i + 1] == all[i]) continue;
      waits.add(new Wait(part, all[i], i + 1L - first));
      first = i + 1;
    }
    return waits;
  }

  static Part part(String goal, String topic) {
    return new Part(
        goal.isEmpty() ? null : Goal.valueOf(goal), topic.isEmpty() ? null : new TopicId(topic));
  }

  private Query in(String sql, Span time) {
    return Millis.bind(handle.createQuery(sql), time);
  }
}
