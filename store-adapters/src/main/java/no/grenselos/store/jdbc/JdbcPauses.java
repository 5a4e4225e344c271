package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Lane;
import no.grenselos.store.Pauses;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

record JdbcPauses(Handle handle) implements Pauses {
  private static final String FATES =
      " from pause_held where pause = :pause and (fate = :fate or :any = 1)";

  /** What was said, kept as JSON: people's text may hold what a text column does not take. */
  record Words(Colleague by, String reason) {}

  @Override
  public Pause begin(Draft draft) {
    TopicId topic = draft.topic();
    String only = topic == null ? "" : topic.id();
    handle
        .createUpdate("update pause set ended_at = :at where topic = :topic and ended_at is null")
        .bind("at", Millis.of(draft.from()))
        .bind("topic", only)
        .execute();
    long id =
        handle
            .createQuery(
                """
                insert into pause (topic, care, words, from_at, until_at)
                values (:topic, :care, :words, :from, :until) returning id
                """)
            .bind("topic", only)
            .bind("care", draft.careToo() ? 1 : 0)
            .bind("words", Json.write(Words.class, new Words(draft.by(), draft.reason())))
            .bind("from", Millis.of(draft.from()))
            .bind("until", Millis.of(draft.until()))
            .mapTo(Long.class)
            .one();
    return find(id).orElseThrow();
  }

  @Override
  public Optional<Pause> find(long pause) {
    Query query = handle.createQuery("select * from pause where id = :id");
    return pauses(query.bind("id", pause)).stream().findFirst();
  }

  @Override
  public List<Pause> running() {
    return pauses(handle.createQuery("select * from pause where ended_at is null order by id"));
  }

  @Override
  public boolean end(long pause, Instant at) {
    return handle
            .createUpdate("update pause set ended_at = :at where id = :id and ended_at is null")
            .bind("at", Millis.of(at))
            .bind("id", pause)
            .execute()
        == 1;
  }

  @Override
  public boolean hold(long pause, TicketId ticket, Lane lane, Instant at) {
    return handle
            .createUpdate(
                """
                insert into pause_held (pause, ticket, lane, held_at, fate)
                values (:pause, :ticket, :lane, :at, '')
                on conflict do nothing
                """)
            .bind("pause", pause)
            .bind("ticket", ticket.number())
            .bind("lane", lane.name())
            .bind("at", Millis.of(at))
            .execute()
        == 1;
  }

  @Override
  public List<Held> held(long pause, int most) {
    return handle
        .createQuery(
            "select * from pause_held where pause = :pause and fate = '' order by id limit :most")
        .bind("pause", pause)
        .bind("most", most)
        .map((row, context) ->
            new Held(
                pause, new TicketId(row.getLong("ticket")), Lane.valueOf(row.getString("lane"))))
        .list();
  }

  @Override
  public void letGo(Held held, Fate fate) {
    handle
        .createUpdate(
            """
            update pause_held set fate = :fate
            where pause = :pause and ticket = :ticket and lane = :lane
            """)
        .bind("fate", fate.name())
        .bind("pause", held.pause())
        .bind("ticket", held.ticket().number())
        .bind("lane", held.lane().name())
        .execute();
  }

  @Override
  public int count(long pause, @Nullable Fate fate) {
    return fates(handle.createQuery("select count(distinct ticket)" + FATES), pause, fate)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public List<TicketId> tickets(long pause, Fate fate, int most) {
    String first = "select ticket" + FATES + " group by ticket order by min(id) limit :most";
    return fates(handle.createQuery(first), pause, fate)
        .bind("most", most)
        .mapTo(Long.class)
        .map(TicketId::new)
        .list();
  }

  private static Query fates(Query query, long pause, @Nullable Fate fate) {
    return query
        .bind("pause", pause)
        .bind("fate", fate == null ? "" : fate.name())
        .bind("any", fate == null ? 1 : 0);
  }

  private static List<Pause> pauses(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Pause read(Columns row) throws SQLException {
    Words words = row.json(Words.class, "words");
    String topic = row.text("topic");
    Draft draft =
        new Draft(
            topic.isEmpty() ? null : new TopicId(topic),
            row.flag("care"),
            words.by(),
            words.reason(),
            row.moment("from_at"),
            row.moment("until_at"));
    return new Pause(row.number("id"), draft, row.momentOrNull("ended_at"));
  }
}
