package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Facts;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;

record JdbcFacts(Handle handle, Dialect dialect) implements Facts {
  /** What was asked, kept as JSON: people's text may hold what a text column does not take. */
  record Words(Colleague by, String question) {}

  @Override
  public Fact need(TicketId ticket, TopicId topic, Colleague by, String question, Instant at) {
    long number =
        handle
            .createQuery(
                """
                insert into fact (ticket, topic, words, asked_at)
                values (:ticket, :topic, :words, :at)
                returning id
                """)
            .bind("ticket", ticket.number())
            .bind("topic", topic.id())
            .bind("words", Json.write(Words.class, new Words(by, question)))
            .bind("at", Millis.of(at))
            .mapTo(Long.class)
            .one();
    return new Fact(number, ticket, topic, by, question, at, null, null);
  }

  @Override
  public Optional<Fact> find(long number) {
    return facts("select * from fact where id = :id", number).stream().findFirst();
  }

  @Override
  public List<Fact> of(TicketId ticket) {
    return facts("select * from fact where ticket = :id order by id", ticket.number());
  }

  @Override
  public boolean ask(long number, ExpertId expert, Instant at, Instant until, LocalDate day) {
    // whoever answers meanwhile waits, or has answered before
    if (!held(number)) return false;
    return handle
            .createUpdate(
                """
                insert into fact_asked (fact, expert, asked_at, until_at, day)
                values (:fact, :expert, :at, :until, :day)
                on conflict do nothing
                """)
            .bind("fact", number)
            .bind("expert", expert.id())
            .bind("at", Millis.of(at))
            .bind("until", Millis.of(until))
            .bind("day", day.toEpochDay())
            .execute()
        == 1;
  }

  private boolean held(long number) {
    return handle
        .createQuery(
            "select id from fact where id = :id and answer is null and dropped_at is null"
                + dialect.holding())
        .bind("id", number)
        .mapTo(Long.class)
        .findOne()
        .isPresent();
  }

  @Override
  public boolean end(long number, ExpertId expert, Instant at) {
    return handle
            .createUpdate(
                """
                update fact_asked set ended_at = :at
                where fact = :fact and expert = :expert and ended_at is null
                """)
            .bind("at", Millis.of(at))
            .bind("fact", number)
            .bind("expert", expert.id())
            .execute()
        == 1;
  }

  @Override
  public List<Asked> asked(long number) {
    return handle
        .createQuery("select * from fact_asked where fact = :fact order by id")
        .bind("fact", number)
        .map((row, context) -> asked(new Columns(row)))
        .list();
  }

  @Override
  public boolean answer(long number, Colleague by, String text, Instant at) {
    return handle
            .createUpdate(
                """
                update fact set answer = :answer
                where id = :id and answer is null and dropped_at is null
                """)
            .bind("answer", Json.write(Answer.class, new Answer(by, text, at)))
            .bind("id", number)
            .execute()
        == 1;
  }

  @Override
  public boolean drop(long number, Instant at) {
    return handle
            .createUpdate(
                """
                update fact set dropped_at = :at
                where id = :id and answer is null and dropped_at is null
                """)
            .bind("at", Millis.of(at))
            .bind("id", number)
            .execute()
        == 1;
  }

  @Override
  public int asked(ExpertId expert, LocalDate from, LocalDate to) {
    return handle
        .createQuery(
            """
            select count(*) from fact_asked
            where expert = :expert and day >= :from and day <= :to
            """)
        .bind("expert", expert.id())
        .bind("from", from.toEpochDay())
        .bind("to", to.toEpochDay())
        .mapTo(Integer.class)
        .one();
  }

  private List<Fact> facts(String sql, long id) {
    return handle
        .createQuery(sql)
        .bind("id", id)
        .map((row, context) -> fact(new Columns(row)))
        .list();
  }

  private static Fact fact(Columns row) throws SQLException {
    Words words = row.json(Words.class, "words");
    return new Fact(
        row.number("id"),
        new TicketId(row.number("ticket")),
        new TopicId(row.text("topic")),
        words.by(),
        words.question(),
        row.moment("asked_at"),
        row.textOrNull("answer") == null ? null : row.json(Answer.class, "answer"),
        row.momentOrNull("dropped_at"));
  }

  private static Asked asked(Columns row) throws SQLException {
    return new Asked(
        new ExpertId(row.text("expert")),
        row.moment("asked_at"),
        row.moment("until_at"),
        row.momentOrNull("ended_at"));
  }
}
