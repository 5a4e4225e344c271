package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Thanks;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcThanks(Handle handle) implements Thanks {
  /** Who answered, kept as JSON: people's names may hold what a text column does not take. */
  record Words(Colleague by) {}

  @Override
  public void answered(Answered answer) {
    handle
        .createUpdate(
            """
            insert into answered (ticket, who, words, answered_at, conversation)
            values (:ticket, :who, :words, :at, :conversation)
            on conflict (ticket) do update set who = excluded.who, words = excluded.words,
                answered_at = excluded.answered_at
            """)
        .bind("ticket", answer.ticket().number())
        .bind("who", answer.by().id())
        .bind("words", Json.write(Words.class, new Words(answer.by())))
        .bind("at", Millis.of(answer.at()))
        .bind("conversation", answer.conversation())
        .execute();
  }

  @Override
  public void takeBack(TicketId ticket) {
    handle
        .createUpdate("delete from answered where ticket = :ticket")
        .bind("ticket", ticket.number())
        .execute();
  }

  @Override
  public void posted(TicketId ticket, MentionId post) {
    handle
        .createUpdate("update answered set post = :post where ticket = :ticket")
        .bind("post", post.toString())
        .bind("ticket", ticket.number())
        .execute();
  }

  @Override
  public Optional<Answered> ofPost(MentionId post) {
    Query query = handle.createQuery("select * from answered where post = :post");
    return answers(query.bind("post", post.toString())).stream().findFirst();
  }

  @Override
  public Optional<Answered> of(TicketId ticket) {
    Query query = handle.createQuery("select * from answered where ticket = :ticket");
    return answers(query.bind("ticket", ticket.number())).stream().findFirst();
  }

  @Override
  public List<Answered> inConversation(String conversation) {
    Query query =
        handle.createQuery(
            """
            select * from answered where conversation = :conversation
            order by answered_at desc, ticket desc limit 20
            """);
    return answers(query.bind("conversation", conversation));
  }

  @Override
  public List<Answered> by(String colleague, Instant from, Instant before) {
    Query query =
        handle.createQuery(
            """
            select * from answered
            where who = :who and answered_at >= :from and answered_at < :before
            order by answered_at, ticket
            """);
    return answers(during(query, colleague, from, before));
  }

  private static Query during(Query query, String colleague, Instant from, Instant before) {
    return query
        .bind("who", colleague)
        .bind("from", Millis.of(from))
        .bind("before", Millis.of(before));
  }

  @Override
  public boolean came(Back back) {
    MentionId words = back.words();
    return handle
            .createUpdate(
                """
                insert into thank (ticket, kind, cause, mention, came_at)
                values (:ticket, :kind, :cause, :mention, :at)
                on conflict do nothing
                """)
            .bind("ticket", back.ticket().number())
            .bind("kind", back.kind().name())
            .bind("cause", back.cause())
            .bind("mention", words == null ? null : words.toString())
            .bind("at", Millis.of(back.at()))
            .execute()
        == 1;
  }

  @Override
  public List<Back> backs(TicketId ticket) {
    Query query = handle.createQuery("select * from thank where ticket = :ticket order by id");
    return backs(query.bind("ticket", ticket.number()));
  }

  @Override
  public List<Back> backs(String colleague, Instant from, Instant before) {
    Query query =
        handle.createQuery(
            """
            select thank.* from thank join answered on answered.ticket = thank.ticket
            where answered.who = :who and thank.came_at >= :from and thank.came_at < :before
            order by thank.id
            """);
    return backs(during(query, colleague, from, before));
  }

  private static List<Back> backs(Query query) {
    return query
        .map((row, context) -> {
          Columns columns = new Columns(row);
          String words = columns.textOrNull("mention");
          return new Back(
              new TicketId(columns.number("ticket")),
              Kind.valueOf(columns.text("kind")),
              columns.text("cause"),
              words == null ? null : MentionId.parse(words),
              columns.moment("came_at"));
        })
        .list();
  }

  private static List<Answered> answers(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Answered read(Columns row) throws SQLException {
    return new Answered(
        new TicketId(row.number("ticket")),
        row.json(Words.class, "words").by(),
        row.moment("answered_at"),
        row.text("conversation"));
  }
}
