package no.grenselos.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.ticket.TicketId;

record MemoryAuditLog(MemoryState state) implements AuditLog {
  @Override
  public void add(Entry entry) {
    state.audit().add(entry);
  }

  @Override
  public List<Entry> of(TicketId ticket) {
    return state.audit().stream().filter(entry -> ticket.equals(entry.ticket())).toList();
  }

  @Override
  public List<Entry> latest(int most) {
    return state.audit().reversed().stream().limit(most).toList();
  }

  @Override
  public Map<String, Long> counts() {
    return state.audit().stream()
        .collect(Collectors.groupingBy(Entry::what, Collectors.counting()));
  }
}
