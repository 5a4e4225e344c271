package no.grenselos.store.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Digests;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcDigests(Handle handle) implements Digests {
  private static final String WAITING =
      " from waiting where topic in (<topics>) and since >= :since and waits = 1";
  private static final String CAME =
      " from waiting where topic in (<topics>) and since >= :since and since < :before";

  @Override
  public boolean write(Digest digest) {
    return handle
            .createUpdate(
                """
                insert into digest (expert, day, from_at, until_at)
                values (:expert, :day, :from, :until)
                on conflict do nothing
                """)
            .bind("expert", digest.expert().id())
            .bind("day", digest.day().toEpochDay())
            .bind("from", Millis.of(digest.from()))
            .bind("until", Millis.of(digest.until()))
            .execute()
        == 1;
  }

  @Override
  public Optional<Digest> find(ExpertId expert, LocalDate day) {
    Query query = handle.createQuery("select * from digest where expert = :expert and day = :day");
    return digest(query.bind("expert", expert.id()).bind("day", day.toEpochDay()));
  }

  @Override
  public Optional<Digest> latest(ExpertId expert) {
    Query query =
        handle.createQuery("select * from digest where expert = :expert order by day desc limit 1");
    return digest(query.bind("expert", expert.id()));
  }

  private static Optional<Digest> digest(Query query) {
    return query
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return new Digest(
              new ExpertId(columns.text("expert")),
              LocalDate.ofEpochDay(columns.number("day")),
              columns.moment("from_at"),
              columns.moment("until_at"));
        })
        .findOne();
  }

  @Override
  public void waits(TicketId ticket, TopicId topic, Instant since) {
    handle
        .createUpdate(
            """
            insert into waiting (ticket, topic, since, waits) values (:ticket, :topic, :since, 1)
            on conflict (ticket) do update set since = excluded.since, waits = 1
            where waiting.waits = 0
            """)
        .bind("ticket", ticket.number())
        .bind("topic", topic.id())
        .bind("since", Millis.of(since))
        .execute();
  }

  @Override
  public void waitsNoMore(TicketId ticket) {
    handle
        .createUpdate("update waiting set waits = 0 where ticket = :ticket")
        .bind("ticket", ticket.number())
        .execute();
  }

  @Override
  public List<TicketId> waiting(Collection<TopicId> topics, Instant since, int most) {
    if (topics.isEmpty()) return List.of();
    String longest = "select ticket" + WAITING + " order by since, ticket limit :most";
    return on(handle.createQuery(longest), topics, since)
        .bind("most", most)
        .mapTo(Long.class)
        .map(TicketId::new)
        .list();
  }

  @Override
  public int countWaiting(Collection<TopicId> topics, Instant since) {
    if (topics.isEmpty()) return 0;
    return on(handle.createQuery("select count(*)" + WAITING), topics, since)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public List<TicketId> came(Collection<TopicId> topics, Instant from, Instant before, int most) {
    if (topics.isEmpty()) return List.of();
    String latest = "select ticket" + CAME + " order by since desc, ticket desc limit :most";
    return on(handle.createQuery(latest), topics, from)
        .bind("before", Millis.of(before))
        .bind("most", most)
        .mapTo(Long.class)
        .map(TicketId::new)
        .list();
  }

  @Override
  public int countCame(Collection<TopicId> topics, Instant from, Instant before) {
    if (topics.isEmpty()) return 0;
    return on(handle.createQuery("select count(*)" + CAME), topics, from)
        .bind("before", Millis.of(before))
        .mapTo(Integer.class)
        .one();
  }

  private static Query on(Query query, Collection<TopicId> topics, Instant since) {
    List<String> ids = topics.stream().map(TopicId::id).sorted().toList();
    return query.bindList("topics", ids).bind("since", Millis.of(since));
  }
}
