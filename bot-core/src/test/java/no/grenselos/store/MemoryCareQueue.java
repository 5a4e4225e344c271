package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;

record MemoryCareQueue(MemoryState state) implements CareQueue {
  private static final Comparator<Ticket> PROMISED_FIRST =
      Comparator.comparing(
              Ticket::promisedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Ticket::openedAt)
          .thenComparing(ticket -> ticket.id().number());

  @Override
  public void put(TicketId ticket, String channel) {
    new MemoryCare(state).queues().put(ticket.number(), channel);
  }

  @Override
  public Optional<String> channelOf(TicketId ticket) {
    return Optional.ofNullable(new MemoryCare(state).queues().get(ticket.number()));
  }

  @Override
  public List<Ticket> list(String channel, Filter filter, int most) {
    return inHandOf(channel)
        .filter(ticket -> fits(ticket, filter))
        .sorted(PROMISED_FIRST)
        .limit(most)
        .toList();
  }

  private static boolean fits(Ticket ticket, Filter filter) {
    Optional<String> owner = ticket.state().owner().map(Colleague::id);
    return switch (filter) {
      case Filter.All all -> true;
      case Filter.Free free -> owner.isEmpty();
      case Filter.Of of -> owner.filter(of.who()::equals).isPresent();
      case Filter.Late late -> late(ticket.promisedAt(), late.now());
    };
  }

  private static boolean late(@Nullable Instant promised, Instant now) {
    return promised != null && promised.isBefore(now);
  }

  @Override
  public Counts counts(String channel, Instant now) {
    List<Ticket> all = inHandOf(channel).toList();
    List<Ticket> free = all.stream().filter(t -> t.state().owner().isEmpty()).toList();
    long late = all.stream().filter(t -> late(t.promisedAt(), now)).count();
    return new Counts(
        free.size(),
        all.size() - free.size(),
        Math.toIntExact(late),
        free.stream().map(Ticket::openedAt).min(Comparator.naturalOrder()).orElse(null));
  }

  @Override
  public SortedMap<String, Integer> inHand(String channel) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    inHandOf(channel)
        .flatMap(ticket -> ticket.state().owner().stream())
        .forEach(owner -> counts.merge(owner.id(), 1, Integer::sum));
    return counts;
  }

  @Override
  public void about(TicketId ticket, String customer, String conversation) {
    new MemoryCare(state)
        .customers()
        .put(ticket.number(), new MemoryCare.Customer(customer, conversation));
  }

  @Override
  public List<Ticket> ofCustomer(String customer, Instant since, int most) {
    return of(customer).filter(t -> !t.openedAt().isBefore(since)).limit(most).toList();
  }

  @Override
  public Optional<Ticket> inConversation(String customer, String conversation) {
    MemoryCare.Customer there = new MemoryCare.Customer(customer, conversation);
    return of(customer)
        .filter(t -> there.equals(new MemoryCare(state).customers().get(t.id().number())))
        .findFirst();
  }

  /** Newest first. */
  private Stream<Ticket> of(String customer) {
    return new MemoryCare(state)
        .customers().entrySet().stream()
            .filter(e -> e.getValue().key().equals(customer))
            .map(e -> state.tickets().get(e.getKey()))
            .sorted(Comparator.comparing((Ticket t) -> t.id().number()).reversed());
  }

  private Stream<Ticket> inHandOf(String channel) {
    return state.tickets().values().stream()
        .filter(t -> channel.equals(new MemoryCare(state).queues().get(t.id().number())))
        .filter(t ->
            switch (t.state()) {
              case TicketState.Open open -> true;
              case TicketState.Offered offered -> true;
              case TicketState.Claimed claimed -> true;
              case TicketState.Proposed proposed -> true;
              case TicketState.Drafted drafted -> true;
              case TicketState.Answered answered -> false;
              case TicketState.Closed closed -> false;
            });
  }
}
