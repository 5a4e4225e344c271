package no.grenselos.store;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.TicketId;

record MemoryProposals(SortedMap<Long, Proposal> rows) implements Proposals {
  @Override
  public void add(Proposal proposal) {
    if (rows.putIfAbsent(proposal.answer().number(), proposal) != null) {
      throw new StoreException("a proposal for " + proposal.answer() + " is there", null);
    }
  }

  @Override
  public Optional<Proposal> find(AnswerId answer) {
    return Optional.ofNullable(rows.get(answer.number()));
  }

  @Override
  public List<Proposal> of(TicketId ticket) {
    return rows.values().stream().filter(one -> one.ticket().equals(ticket)).toList();
  }

  @Override
  public boolean decide(AnswerId answer, Proposal.Verdict verdict) {
    Proposal one = rows.get(answer.number());
    if (one == null || !one.waits()) return false;
    rows.put(answer.number(), one.decided(verdict));
    return true;
  }
}
