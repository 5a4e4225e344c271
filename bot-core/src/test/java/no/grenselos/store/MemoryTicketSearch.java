package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;

record MemoryTicketSearch(MemoryState state) implements TicketSearch {
  @Override
  public List<TicketId> find(Query query, int most) {
    return tickets()
        .filter(ticket -> fits(ticket, query))
        .map(Ticket::id)
        .sorted(Comparator.comparingLong(TicketId::number).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<Heap> inHand(Set<String> channels) {
    Map<Standing, List<Ticket>> heaps =
        tickets()
            .filter(ticket -> channels.isEmpty() || channels.contains(channel(ticket)))
            .filter(ticket -> Standing.IN_HAND.contains(Standing.of(ticket.state())))
            .collect(
                Collectors.groupingBy(
                    ticket -> Standing.of(ticket.state()),
                    () -> new TreeMap<>(Comparator.comparing(Standing::name)),
                    Collectors.toList()));
    return heaps.entrySet().stream()
        .map(heap -> new Heap(heap.getKey(), heap.getValue().size(), oldest(heap.getValue())))
        .toList();
  }

  private static Instant oldest(List<Ticket> tickets) {
    return tickets.stream().map(Ticket::openedAt).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Stream<Ticket> tickets() {
    return state.tickets().values().stream();
  }

  private String channel(Ticket ticket) {
    return new MemoryCareQueue(state).channelOf(ticket.id()).orElse(ticket.terms().channel());
  }

  private boolean fits(Ticket ticket, Query query) {
    Optional<Logged> logged = new MemoryMentionLog(state).find(ticket.mention());
    String language = logged.map(one -> one.reading().language().code()).orElse("und");
    String words =
        logged
            .filter(one -> !one.erased())
            .map(Logged::mention)
            .map(TicketSearch::wordsOf)
            .orElse("");
    return (query.standings().isEmpty() || query.standings().contains(Standing.of(ticket.state())))
        && (query.channels().isEmpty() || query.channels().contains(channel(ticket)))
        && (query.lane() == null || query.lane() == ticket.lane())
        && (query.topic() == null || query.topic().equals(ticket.topic()))
        && (query.network() == null || query.network().equals(ticket.mention().network()))
        && (query.goal() == null || query.goal() == ticket.terms().goal())
        && (query.language().isEmpty() || query.language().equals(language))
        && (query.from() == null || !ticket.openedAt().isBefore(query.from()))
        && (query.before() == null || ticket.openedAt().isBefore(query.before()))
        && (query.below() == null || ticket.id().number() < query.below().number())
        && query.separateWords().stream().allMatch(words::contains);
  }
}
