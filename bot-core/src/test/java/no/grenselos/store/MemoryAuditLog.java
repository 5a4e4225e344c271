package no.grenselos.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
  public List<Numbered> find(Filter filter, long below, int most) {
    List<Entry> all = state.audit();
    long first = below > 0 ? Math.min(below - 1, all.size()) : all.size();
    return LongStream.iterate(first, number -> number > 0, number -> number - 1)
        .mapToObj(number -> new Numbered(number, all.get((int) number - 1)))
        .filter(one -> fits(one.entry(), filter))
        .limit(most)
        .toList();
  }

  private static boolean fits(Entry entry, Filter filter) {
    return (filter.who().isEmpty() || filter.who().equals(entry.who()))
        && entry.what().startsWith(filter.what())
        && (filter.ticket() == null || filter.ticket().equals(entry.ticket()))
        && (filter.from() == null || !entry.at().isBefore(filter.from()))
        && (filter.before() == null || entry.at().isBefore(filter.before()));
  }

  @Override
  public Map<String, Long> counts() {
    return state.audit().stream()
        .collect(Collectors.groupingBy(Entry::what, Collectors.counting()));
  }
}
