package no.grenselos.store.jdbc;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.store.Answers;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;

record JdbcAnswers(Handle handle) implements Answers {
  /** What was written, kept as JSON: people's text may hold what a text column does not take. */
  record Words(Colleague by, String text, Instant writtenAt) {}

  @Override
  public Answer write(TicketId ticket, Colleague by, String text, Instant at) {
    long id =
        handle
            .createQuery("insert into answer (ticket, words) values (:ticket, :words) returning id")
            .bind("ticket", ticket.number())
            .bind("words", Json.write(Words.class, new Words(by, text, at)))
            .mapTo(Long.class)
            .one();
    return new Answer(new AnswerId(id), ticket, by, text, at, null);
  }

  @Override
  public Optional<Answer> find(AnswerId id) {
    return handle
        .createQuery("select * from answer where id = :id")
        .bind("id", id.number())
        .map((row, context) -> read(new Columns(row)))
        .findOne();
  }

  @Override
  public List<Answer> of(TicketId ticket) {
    return handle
        .createQuery("select * from answer where ticket = :ticket order by id")
        .bind("ticket", ticket.number())
        .map((row, context) -> read(new Columns(row)))
        .list();
  }

  @Override
  public void published(AnswerId id, URI link) {
    handle
        .createUpdate("update answer set link = :link where id = :id")
        .bind("link", link.toString())
        .bind("id", id.number())
        .execute();
  }

  /** Without an index: people's answers are few, and seldom looked for so. */
  @Override
  public Optional<Answer> at(URI link) {
    return handle
        .createQuery("select * from answer where link = :link order by id desc limit 1")
        .bind("link", link.toString())
        .map((row, context) -> read(new Columns(row)))
        .findOne();
  }

  private static Answer read(Columns row) throws SQLException {
    Words words = row.json(Words.class, "words");
    String link = row.textOrNull("link");
    return new Answer(
        new AnswerId(row.number("id")),
        new TicketId(row.number("ticket")),
        words.by(),
        words.text(),
        words.writtenAt(),
        link == null ? null : URI.create(link));
  }
}
