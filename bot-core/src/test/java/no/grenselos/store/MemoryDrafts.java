package no.grenselos.store;

import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.ticket.TicketId;

record MemoryDrafts(SortedMap<String, Drafts.Draft> rows) implements Drafts {
  @Override
  public void put(Draft draft) {
    rows.put(draft.ticket() + " " + draft.who(), draft);
  }

  @Override
  public Optional<Draft> of(TicketId ticket, String who) {
    return Optional.ofNullable(rows.get(ticket + " " + who));
  }

  @Override
  public void forget(TicketId ticket) {
    rows.values().removeIf(draft -> draft.ticket().equals(ticket));
  }
}
