package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.grenselos.lesson.Lesson;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Statistics;
import no.grenselos.store.Thanks;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcStatistics(Handle handle, JdbcTally tally, JdbcPostCounts posts) implements Statistics {
  JdbcStatistics(Handle handle) {
    this(handle, new JdbcTally(handle), new JdbcPostCounts(handle));
  }

  @Override
  public void came(MentionId post, Part part, Instant at) {
    tally.came(post, part, at);
  }

  @Override
  public void opened(Ticket ticket) {
    tally.opened(ticket);
  }

  @Override
  public void changed(Ticket ticket) {
    tally.changed(ticket);
  }

  @Override
  public void answered(TicketId ticket, String who, boolean comms, Instant at) {
    tally.answered(ticket, who, comms, at);
  }

  @Override
  public void takeBack(TicketId ticket) {
    tally.takeBack(ticket);
  }

  @Override
  public void told(TicketId ticket, Effect effect) {
    tally.told(ticket, effect);
  }

  @Override
  public List<Count> counts(Span time, Instant now) {
    return posts.counts(time, now);
  }

  @Override
  public List<Sums> course(List<Span> times, Instant now) {
    return posts.course(times, now);
  }

  @Override
  public List<Wait> waits(Span time) {
    return posts.waits(time);
  }

  /** Moments behind a plus use no index of their own: one walk along the parts needs no sorting. */
  @Override
  public List<Came> effects(Span time) {
    return in(
            """
            select goal, topic, effect, count(*) as times from tally
            where effect is not null and +came_at >= :from and +came_at < :before
            group by goal, topic, effect order by goal, topic, effect
            """,
            time)
        .map((row, context) -> {
          Columns columns = new Columns(row);
          Effect effect = Effect.valueOf(columns.text("effect"));
          return new Came(part(columns), effect, columns.number("times"));
        })
        .list();
  }

  private static Part part(Columns row) throws SQLException {
    return JdbcPostCounts.part(row.text("goal"), row.text("topic"));
  }

  @Override
  public List<Back> backs(Span time) {
    return in(
            """
            select goal, topic, kind, count(*) as times
            from thank join tally on tally.ticket = thank.ticket
            where thank.came_at >= :from and thank.came_at < :before
            group by goal, topic, kind order by goal, topic, kind
            """,
            time)
        .map((row, context) -> {
          Columns columns = new Columns(row);
          Thanks.Kind kind = Thanks.Kind.valueOf(columns.text("kind"));
          return new Back(part(columns), kind, columns.number("times"));
        })
        .list();
  }

  @Override
  public List<Asked> asked(List<Span> times) {
    if (times.isEmpty()) return List.of();
    return handle
        .createQuery(
            each(times)
                + """
                , person as (
                  select distinct expert from offer
                  union select distinct expert from fact_asked)
                select nth, expert, times from (
                  select span.nth, person.expert,
                      (select count(*) from offer o where o.expert = person.expert
                          and o.made_at >= span.since and o.made_at < span.till
                          and (o.ending is null or o.ending <> 'AWAY'))
                      + (select count(*) from fact_asked f where f.expert = person.expert
                          and f.asked_at >= span.since and f.asked_at < span.till) as times
                  from span cross join person) each_one
                where times > 0 order by nth, expert
                """)
        .map((row, context) ->
            new Asked(row.getInt("nth"), row.getString("expert"), row.getLong("times")))
        .list();
  }

  @Override
  public Map<OfferEnd, Long> offers(Span time) {
    Map<OfferEnd, Long> ends = new EnumMap<>(OfferEnd.class);
    for (OfferEnd end : OfferEnd.values()) {
      long times =
          in(
                  """
                  select count(*) from offer
                  where ending = :ending and made_at >= :from and made_at < :before
                  """,
                  time)
              .bind("ending", end.name())
              .mapTo(Long.class)
              .one();
      if (times > 0) ends.put(end, times);
    }
    return ends;
  }

  @Override
  public List<Declined> declined(Span time) {
    return Declined.KINDS.stream()
        .sorted(Comparator.comparing(Lesson.Kind::name))
        .flatMap(kind -> declined(kind, time).stream())
        .toList();
  }

  private List<Declined> declined(Lesson.Kind kind, Span time) {
    return in(
            """
            select topic, count(*) as times from lesson
            where kind = :kind and +taught_at >= :from and +taught_at < :before
            group by topic order by topic
            """,
            time)
        .bind("kind", kind.name())
        .map((row, context) -> {
          Columns columns = new Columns(row);
          String topic = columns.text("topic");
          return new Declined(
              kind, topic.isEmpty() ? null : new TopicId(topic), columns.number("times"));
        })
        .list();
  }

  @Override
  public Replies replies(Span time, Duration again, Instant now) {
    return in(
            """
            with person as (
              select who, min(answered_at) as began, count(*) as answers,
                  count(comms) as known, count(case when comms = 0 then 1 end) as outside
              from tally where answered_at >= :from and answered_at < :before group by who),
            seen as (
              select person.*,
                  case when exists (select 1 from tally e
                      where e.who = person.who and e.answered_at < :from) then 0 else 1 end as fresh,
                  case when exists (select 1 from tally n
                      where n.who = person.who and n.answered_at > began
                      and n.answered_at <= began + :again) then 1 else 0 end as back
              from person)
            select coalesce(sum(answers), 0) as answers, coalesce(sum(known), 0) as known,
                coalesce(sum(outside), 0) as outside, count(*) as people,
                coalesce(sum(fresh), 0) as fresh, coalesce(sum(back), 0) as back,
                count(case when back = 0 and began + :again > :now then 1 end) as early
            from seen
            """,
            time)
        .bind("again", again.toMillis())
        .bind("now", Millis.of(now))
        .map((row, context) -> replies(new Columns(row)))
        .one();
  }

  private static Replies replies(Columns row) throws SQLException {
    return new Replies(
        row.number("answers"),
        row.number("known"),
        row.number("outside"),
        row.count("people"),
        row.count("fresh"),
        row.count("back"),
        row.count("early"));
  }

  private Query in(String sql, Span time) {
    return Millis.bind(handle.createQuery(sql), time);
  }

  /** Numbers of our own, so they may stand in the text. */
  private static String each(List<Span> times) {
    return IntStream.range(0, times.size())
        .mapToObj(nth ->
            "(%d, %d, %d)"
                .formatted(
                    nth, Millis.of(times.get(nth).from()), Millis.of(times.get(nth).before())))
        .collect(Collectors.joining(", ", "with span(nth, since, till) as (values ", ")\n"));
  }
}
