package no.grenselos.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import no.grenselos.ticket.TicketId;

/**
 * @param rows by ticket
 */
record MemoryConsidered(SortedMap<Long, List<Considered.Round>> rows) implements Considered {
  @Override
  public void keep(TicketId ticket, Round round) {
    List<Round> rounds = new ArrayList<>(of(ticket));
    rounds.add(round);
    int from = Math.max(0, rounds.size() - MOST_ROUNDS);
    rows.put(ticket.number(), List.copyOf(rounds.subList(from, rounds.size())));
  }

  @Override
  public List<Round> of(TicketId ticket) {
    return rows.getOrDefault(ticket.number(), List.of());
  }
}
