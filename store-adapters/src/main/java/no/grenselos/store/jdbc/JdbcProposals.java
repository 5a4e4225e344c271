package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.store.Proposals;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcProposals(Handle handle) implements Proposals {
  /** What people and networks wrote, kept as JSON: it may hold what a text column does not take. */
  record Words(Colleague by, String revision) {}

  @Override
  public void add(Proposal proposal) {
    handle
        .createUpdate(
            """
            insert into proposal (answer, ticket, kind, words, made_at)
            values (:answer, :ticket, :kind, :words, :at)
            """)
        .bind("answer", proposal.answer().number())
        .bind("ticket", proposal.ticket().number())
        .bind("kind", proposal.kind().name())
        .bind("words", Json.write(Words.class, new Words(proposal.by(), proposal.revision())))
        .bind("at", Millis.of(proposal.at()))
        .execute();
  }

  @Override
  public Optional<Proposal> find(AnswerId answer) {
    Query query = handle.createQuery("select * from proposal where answer = :answer");
    return read(query.bind("answer", answer.number())).stream().findFirst();
  }

  @Override
  public List<Proposal> of(TicketId ticket) {
    Query query =
        handle.createQuery("select * from proposal where ticket = :ticket order by answer");
    return read(query.bind("ticket", ticket.number()));
  }

  @Override
  public boolean decide(AnswerId answer, Proposal.Verdict verdict) {
    return handle
            .createUpdate(
                "update proposal set verdict = :verdict where answer = :answer and verdict is null")
            .bind("verdict", Json.write(Proposal.Verdict.class, verdict))
            .bind("answer", answer.number())
            .execute()
        == 1;
  }

  private static List<Proposal> read(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Proposal read(Columns row) throws SQLException {
    Words words = row.json(Words.class, "words");
    return new Proposal(
        new AnswerId(row.number("answer")),
        new TicketId(row.number("ticket")),
        Proposal.Kind.valueOf(row.text("kind")),
        words.by(),
        words.revision(),
        row.moment("made_at"),
        row.textOrNull("verdict") == null ? null : row.json(Proposal.Verdict.class, "verdict"));
  }
}
