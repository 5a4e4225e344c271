package no.grenselos.store.jdbc;

import java.util.List;
import no.grenselos.store.Considered;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;

record JdbcConsidered(Handle handle) implements Considered {
  @Override
  public void keep(TicketId ticket, Round round) {
    handle
        .createUpdate("insert into considered (ticket, round) values (:ticket, :round)")
        .bind("ticket", ticket.number())
        .bind("round", Json.write(Round.class, round))
        .execute();
    handle
        .createUpdate(
            """
            delete from considered where ticket = :ticket and id <= (
              select id from considered where ticket = :ticket
              order by id desc limit 1 offset :most)
            """)
        .bind("ticket", ticket.number())
        .bind("most", MOST_ROUNDS)
        .execute();
  }

  @Override
  public List<Round> of(TicketId ticket) {
    return handle
        .createQuery("select round from considered where ticket = :ticket order by id")
        .bind("ticket", ticket.number())
        .mapTo(String.class)
        .map(text -> Json.read(Round.class, text))
        .list();
  }
}
