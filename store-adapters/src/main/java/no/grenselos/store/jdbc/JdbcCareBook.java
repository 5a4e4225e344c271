package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.MentionId;
import no.grenselos.store.CareBook;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

record JdbcCareBook(Handle handle, Dialect dialect) implements CareBook {
  /** What was noted, kept as JSON: people's text may hold what a text column does not take. */
  record Words(Colleague by, String text, Instant at) {}

  @Override
  public Note note(TicketId ticket, Colleague by, String text, Instant at) {
    long number =
        handle
            .createQuery(
                "insert into care_note (ticket, words) values (:ticket, :words) returning id")
            .bind("ticket", ticket.number())
            .bind("words", Json.write(Words.class, new Words(by, text, at)))
            .mapTo(Long.class)
            .one();
    return new Note(number, ticket, by, text, at);
  }

  @Override
  public List<Note> notes(TicketId ticket) {
    return handle
        .createQuery("select * from care_note where ticket = :ticket order by id")
        .bind("ticket", ticket.number())
        .map((row, context) -> note(new Columns(row)))
        .list();
  }

  @Override
  public boolean merge(TicketId ticket, TicketId into, Instant at) {
    if (ticket.equals(into)) return false;
    // two merges in opposite directions must not both find the other ticket free
    long held =
        handle
            .createQuery(
                "select id from ticket where id in (:a, :b) order by id" + dialect.holding())
            .bind("a", ticket.number())
            .bind("b", into.number())
            .mapTo(Long.class)
            .list()
            .size();
    if (held < 2 || mergedInto(ticket).isPresent() || mergedInto(into).isPresent()) return false;
    goesOn("update care_merge set goes_on = :into where goes_on = :ticket", ticket, into, null);
    return goesOn(
            """
            insert into care_merge (ticket, goes_on, merged_at) values (:ticket, :into, :at)
            on conflict do nothing
            """,
            ticket,
            into,
            at)
        == 1;
  }

  private int goesOn(String sql, TicketId ticket, TicketId into, @Nullable Instant at) {
    var update =
        handle.createUpdate(sql).bind("ticket", ticket.number()).bind("into", into.number());
    return (at == null ? update : update.bind("at", Millis.of(at))).execute();
  }

  @Override
  public Optional<TicketId> mergedInto(TicketId ticket) {
    return tickets("select goes_on from care_merge where ticket = :ticket", ticket).stream()
        .findFirst();
  }

  @Override
  public List<TicketId> mergedFrom(TicketId into) {
    return tickets("select ticket from care_merge where goes_on = :ticket order by ticket", into);
  }

  private List<TicketId> tickets(String sql, TicketId ticket) {
    return ids(handle.createQuery(sql).bind("ticket", ticket.number()));
  }

  @Override
  public boolean follow(TicketId ticket, MentionId post, Instant at) {
    return handle
            .createUpdate(
                """
                insert into care_follow (mention, ticket, followed_at)
                values (:mention, :ticket, :at)
                on conflict do nothing
                """)
            .bind("mention", post.toString())
            .bind("ticket", ticket.number())
            .bind("at", Millis.of(at))
            .execute()
        == 1;
  }

  @Override
  public List<MentionId> followUps(TicketId ticket) {
    return handle
        .createQuery(
            "select mention from care_follow where ticket = :ticket order by followed_at, mention")
        .bind("ticket", ticket.number())
        .mapTo(String.class)
        .list()
        .stream()
        .map(MentionId::parse)
        .toList();
  }

  @Override
  public Optional<TicketId> followed(MentionId post) {
    return ids(
            handle
                .createQuery("select ticket from care_follow where mention = :mention")
                .bind("mention", post.toString()))
        .stream()
        .findFirst();
  }

  @Override
  public boolean say(TicketId ticket, String what, Instant at) {
    return handle
            .createUpdate(
                """
                insert into care_said (ticket, what, said_at) values (:ticket, :what, :at)
                on conflict do nothing
                """)
            .bind("ticket", ticket.number())
            .bind("what", what)
            .bind("at", Millis.of(at))
            .execute()
        == 1;
  }

  @Override
  public Set<String> said(TicketId ticket) {
    return new LinkedHashSet<>(
        handle
            .createQuery("select what from care_said where ticket = :ticket order by said_at, what")
            .bind("ticket", ticket.number())
            .mapTo(String.class)
            .list());
  }

  private static List<TicketId> ids(Query query) {
    return query.mapTo(Long.class).list().stream().map(TicketId::new).toList();
  }

  private static Note note(Columns row) throws SQLException {
    Words words = row.json(Words.class, "words");
    TicketId ticket = new TicketId(row.number("ticket"));
    return new Note(row.number("id"), ticket, words.by(), words.text(), words.at());
  }
}
