package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.store.Storms;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

record JdbcStorms(Handle handle) implements Storms {
  private static final String LOOSE =
      " from storm_post where matter = :matter and incident is null and seen_at > :after and"
          + " seen_at <= :until";
  private static final String MEMBERS =
      " from storm_post where incident = :incident and (standing = :standing or :any = 1)";

  /** What people wrote, kept as JSON: it may hold what a text column does not take. */
  record Words(String line, @Nullable Colleague by) {}

  record Ender(Colleague by) {}

  @Override
  public void saw(TicketId ticket, String matter, Instant at) {
    handle
        .createUpdate(
            """
            insert into storm_post (ticket, matter, seen_at, standing, incident, released)
            values (:ticket, :matter, :at, 'WAITING', null, 0)
            on conflict do nothing
            """)
        .bind("ticket", ticket.number())
        .bind("matter", matter)
        .bind("at", Millis.of(at))
        .execute();
  }

  @Override
  public List<TicketId> loose(String matter, Instant after, Instant until, int most) {
    String latest = "select ticket" + LOOSE + " order by seen_at desc, ticket desc limit :most";
    return tickets(within(handle.createQuery(latest), matter, after, until).bind("most", most));
  }

  @Override
  public int countLoose(String matter, Instant after, Instant until) {
    Query query = handle.createQuery("select count(*)" + LOOSE);
    return within(query, matter, after, until).mapTo(Integer.class).one();
  }

  private static Query within(Query query, String matter, Instant after, Instant until) {
    return query
        .bind("matter", matter)
        .bind("after", Millis.of(after))
        .bind("until", Millis.of(until));
  }

  @Override
  public Optional<Instant> first(String matter) {
    return handle
        .createQuery("select min(seen_at) from storm_post where matter = :matter")
        .bind("matter", matter)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  @Override
  public Optional<Incident> open(String matter, String channel, Instant at) {
    return handle
        .createQuery(
            """
            insert into incident (matter, channel, opened_at, words)
            values (:matter, :channel, :at, :words)
            on conflict do nothing
            returning id
            """)
        .bind("matter", matter)
        .bind("channel", channel)
        .bind("at", Millis.of(at))
        .bind("words", Json.write(Words.class, new Words("", null)))
        .mapTo(Long.class)
        .findOne()
        .flatMap(this::find);
  }

  @Override
  public Optional<Incident> find(long incident) {
    Query query = handle.createQuery("select * from incident where id = :id");
    return incidents(query.bind("id", incident)).stream().findFirst();
  }

  @Override
  public Optional<Incident> running(String matter) {
    Query query =
        handle.createQuery("select * from incident where matter = :matter and ended_at is null");
    return incidents(query.bind("matter", matter)).stream().findFirst();
  }

  @Override
  public List<Incident> running() {
    return incidents(
        handle.createQuery("select * from incident where ended_at is null order by id"));
  }

  @Override
  public boolean join(long incident, TicketId ticket) {
    return handle
            .createUpdate(
                """
                update storm_post set incident = :incident
                where ticket = :ticket and incident is null
                """)
            .bind("incident", incident)
            .bind("ticket", ticket.number())
            .execute()
        == 1;
  }

  @Override
  public Optional<Membership> of(TicketId ticket) {
    return handle
        .createQuery(
            """
            select incident, released from storm_post
            where ticket = :ticket and incident is not null
            """)
        .bind("ticket", ticket.number())
        .map((row, context) -> new Membership(row.getLong("incident"), row.getInt("released") != 0))
        .findOne();
  }

  @Override
  public boolean release(TicketId ticket) {
    return handle
            .createUpdate(
                "update storm_post set released = 1 where ticket = :ticket and released = 0")
            .bind("ticket", ticket.number())
            .execute()
        == 1;
  }

  @Override
  public void stands(TicketId ticket, Standing standing) {
    handle
        .createUpdate("update storm_post set standing = :standing where ticket = :ticket")
        .bind("standing", standing.name())
        .bind("ticket", ticket.number())
        .execute();
  }

  @Override
  public List<TicketId> tickets(long incident, @Nullable Standing standing, int most) {
    Query query =
        handle.createQuery(
            "select ticket" + MEMBERS + " order by seen_at desc, ticket desc limit :most");
    return tickets(members(query, incident, standing).bind("most", most));
  }

  @Override
  public int count(long incident, @Nullable Standing standing) {
    Query query = handle.createQuery("select count(*)" + MEMBERS);
    return members(query, incident, standing).mapTo(Integer.class).one();
  }

  private static Query members(Query query, long incident, @Nullable Standing standing) {
    return query
        .bind("incident", incident)
        .bind("standing", standing == null ? "" : standing.name())
        .bind("any", standing == null ? 1 : 0);
  }

  @Override
  public int count(long incident, Instant after, Instant until) {
    return handle
        .createQuery(
            """
            select count(*) from storm_post
            where incident = :incident and seen_at > :after and seen_at <= :until
            """)
        .bind("incident", incident)
        .bind("after", Millis.of(after))
        .bind("until", Millis.of(until))
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public void share(long incident, String line, Colleague by) {
    handle
        .createUpdate("update incident set words = :words where id = :id")
        .bind("words", Json.write(Words.class, new Words(line, by)))
        .bind("id", incident)
        .execute();
  }

  @Override
  public boolean end(long incident, @Nullable Colleague by, Instant at) {
    return handle
            .createUpdate(
                """
                update incident set ended_at = :at, ended_by = :by
                where id = :id and ended_at is null
                """)
            .bind("at", Millis.of(at))
            .bind("by", by == null ? null : Json.write(Ender.class, new Ender(by)))
            .bind("id", incident)
            .execute()
        == 1;
  }

  private static List<TicketId> tickets(Query query) {
    return query.mapTo(Long.class).map(TicketId::new).list();
  }

  private static List<Incident> incidents(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Incident read(Columns row) throws SQLException {
    Words words = row.json(Words.class, "words");
    String ender = row.textOrNull("ended_by");
    return new Incident(
        row.number("id"),
        row.text("matter"),
        row.text("channel"),
        row.moment("opened_at"),
        words.line(),
        words.by(),
        row.momentOrNull("ended_at"),
        ender == null ? null : Json.read(Ender.class, ender).by());
  }
}
