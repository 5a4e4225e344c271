package no.grenselos.store.jdbc;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Reading;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.store.MentionLog;
import org.jdbi.v3.core.Handle;

record JdbcMentionLog(Handle handle) implements MentionLog {
  private record Row(long id, Logged logged) {}

  private record Passed(Mark mark, Received post) {}

  @Override
  public boolean add(Mention mention, Reading reading, Decision decision, Instant receivedAt) {
    boolean added = added(mention, reading, decision, receivedAt);
    if (added) new JdbcFindRows(handle).says(mention);
    return added;
  }

  private boolean added(Mention mention, Reading reading, Decision decision, Instant receivedAt) {
    return handle
            .createUpdate(
                """
                insert into mention (mention, revision, link, post, reading, decision, received_at)
                select :mention, :revision, :link, :post, :reading, :decision, :received
                where not exists (select 1 from erased where mention = :mention)
                on conflict do nothing
                """)
            .bind("mention", mention.id().toString())
            .bind("revision", mention.revision())
            .bind("link", mention.link().toString())
            .bind("post", Json.write(Mention.class, mention))
            .bind("reading", Json.write(Reading.class, reading))
            .bind("decision", Json.write(Decision.class, decision))
            .bind("received", Millis.of(receivedAt))
            .execute()
        == 1;
  }

  @Override
  public Optional<Logged> find(MentionId id) {
    return rows(id).stream().findFirst().map(Row::logged);
  }

  @Override
  public Optional<Logged> at(URI link) {
    return handle
        .createQuery("select mention from mention where link = :link order by id desc limit 1")
        .bind("link", link.toString())
        .mapTo(String.class)
        .findOne()
        .flatMap(id -> find(MentionId.parse(id)));
  }

  @Override
  public void erase(MentionId id, Instant at) {
    handle
        .createUpdate(
            "insert into erased (mention, erased_at) values (:mention, :at) on conflict do nothing")
        .bind("mention", id.toString())
        .bind("at", Millis.of(at))
        .execute();
    for (Row row : rows(id)) {
      Logged left = row.logged().withoutWords();
      handle
          .createUpdate(
              """
              update mention set link = null, post = :post, reading = :reading, decision = :decision,
                  erased_at = coalesce(erased_at, :at)
              where id = :id
              """)
          .bind("post", Json.write(Mention.class, left.mention()))
          .bind("reading", Json.write(Reading.class, left.reading()))
          .bind("decision", Json.write(Decision.class, left.decision()))
          .bind("at", Millis.of(at))
          .bind("id", row.id())
          .execute();
    }
    eraseFromTicket(id);
    new JdbcFindRows(handle).erase(id);
    handle
        .createUpdate("update ticket set customer = null where mention = :mention")
        .bind("mention", id.toString())
        .execute();
  }

  private void eraseFromTicket(MentionId id) {
    handle
        .createQuery("select because from ticket where mention = :mention")
        .bind("mention", id.toString())
        .mapTo(String.class)
        .findOne()
        .map(text -> Json.read(Because.class, text).withoutWords())
        .ifPresent(because ->
            handle
                .createUpdate("update ticket set because = :because where mention = :mention")
                .bind("because", Json.write(Because.class, because))
                .bind("mention", id.toString())
                .execute());
  }

  @Override
  public boolean addReshare(MentionId original, MentionId reshare, Instant at) {
    return handle
            .createUpdate(
                """
                insert into reshare (original, reshare, seen_at) values (:original, :reshare, :at)
                on conflict do nothing
                """)
            .bind("original", original.toString())
            .bind("reshare", reshare.toString())
            .bind("at", Millis.of(at))
            .execute()
        == 1;
  }

  @Override
  public int reshares(MentionId original) {
    return handle
        .createQuery("select count(*) from reshare where original = :original")
        .bind("original", original.toString())
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Page received(Mark after, Instant before, int most) {
    List<Passed> passed =
        handle
            .createQuery(
                """
                select id, post, reading, received_at from mention
                where (received_at, id) > (:at, :number) and received_at < :before
                    and erased_at is null
                    and not exists (select 1 from mention newer
                        where newer.mention = mention.mention and newer.id > mention.id)
                order by received_at, id limit :most
                """)
            .bind("at", Millis.of(after.at()))
            .bind("number", after.number())
            .bind("before", Millis.of(before))
            .bind("most", most)
            .map((row, context) -> passed(new Columns(row)))
            .list();
    Mark next = passed.isEmpty() ? after : passed.getLast().mark();
    return new Page(passed.stream().map(Passed::post).toList(), next);
  }

  private static Passed passed(Columns row) throws SQLException {
    Instant at = row.moment("received_at");
    return new Passed(
        new Mark(at, row.number("id")),
        new Received(row.json(Mention.class, "post"), row.json(Reading.class, "reading"), at));
  }

  @Override
  public List<Logged> revisions(MentionId id) {
    return rows(id).stream().map(Row::logged).toList();
  }

  /** Newest first. */
  private List<Row> rows(MentionId id) {
    return handle
        .createQuery(
            """
            select id, post, reading, decision, received_at, erased_at from mention
            where mention = :mention order by id desc
            """)
        .bind("mention", id.toString())
        .map((row, context) -> read(new Columns(row)))
        .list();
  }

  private static Row read(Columns row) throws SQLException {
    return new Row(
        row.number("id"),
        new Logged(
            row.json(Mention.class, "post"),
            row.json(Reading.class, "reading"),
            row.json(Decision.class, "decision"),
            row.moment("received_at"),
            row.momentOrNull("erased_at") != null));
  }
}
