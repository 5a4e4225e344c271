package no.grenselos.store.jdbc;

import java.util.Optional;
import no.grenselos.store.Drafts;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;

record JdbcDrafts(Handle handle) implements Drafts {
  @Override
  public void put(Draft draft) {
    handle
        .createUpdate(
            """
            insert into assistant_draft (ticket, who, draft) values (:ticket, :who, :draft)
            on conflict (ticket, who) do update set draft = excluded.draft
            """)
        .bind("ticket", draft.ticket().number())
        .bind("who", draft.who())
        .bind("draft", Json.write(Draft.class, draft))
        .execute();
  }

  @Override
  public Optional<Draft> of(TicketId ticket, String who) {
    return handle
        .createQuery("select draft from assistant_draft where ticket = :ticket and who = :who")
        .bind("ticket", ticket.number())
        .bind("who", who)
        .mapTo(String.class)
        .findOne()
        .map(text -> Json.read(Draft.class, text));
  }

  @Override
  public void forget(TicketId ticket) {
    handle.execute("delete from assistant_draft where ticket = ?", ticket.number());
  }
}
