package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Lane;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;

record MemoryTickets(MemoryState state) implements Tickets {
  @Override
  public Optional<Ticket> open(Ticket.Draft d) {
    if (of(d.mention()).isPresent()) return Optional.empty();
    TicketId id = new TicketId(state.next("ticket"));
    Ticket ticket =
        new Ticket(
            id,
            d.mention(),
            d.lane(),
            d.topic(),
            d.terms(),
            d.because(),
            new TicketState.Open(d.openedAt()),
            d.openedAt(),
            d.promisedAt(),
            d.wakeAt(),
            0);
    state.tickets().put(id.number(), ticket);
    if (d.lane() != Lane.EXPERT)
      new MemoryCare(state).queues().put(id.number(), d.terms().channel());
    return Optional.of(ticket);
  }

  @Override
  public Optional<Ticket> find(TicketId id) {
    return Optional.ofNullable(state.tickets().get(id.number()));
  }

  @Override
  public Optional<Ticket> of(MentionId mention) {
    return state.tickets().values().stream().filter(t -> t.mention().equals(mention)).findFirst();
  }

  @Override
  public List<Ticket> on(TopicId topic, int most) {
    return state.tickets().values().stream()
        .filter(ticket -> topic.equals(ticket.topic()))
        .sorted(Comparator.comparingLong((Ticket t) -> t.id().number()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public boolean save(Ticket t) {
    Ticket kept = state.tickets().get(t.id().number());
    if (kept == null || kept.version() != t.version()) return false;
    Ticket saved =
        new Ticket(
            kept.id(),
            kept.mention(),
            kept.lane(),
            kept.topic(),
            kept.terms(),
            kept.because(),
            t.state(),
            kept.openedAt(),
            t.promisedAt(),
            t.wakeAt(),
            kept.version() + 1);
    state.tickets().put(t.id().number(), saved);
    return true;
  }

  @Override
  public List<Ticket> heldBy(String colleague) {
    return state.tickets().values().stream()
        .filter(t -> t.state().owner().filter(by -> by.id().equals(colleague)).isPresent())
        .toList();
  }

  @Override
  public List<Ticket> due(Instant now, int most) {
    return state.tickets().values().stream()
        .filter(t -> t.wakeAt() != null && !t.wakeAt().isAfter(now))
        .sorted(Comparator.comparingLong(t -> t.id().number()))
        .limit(most)
        .toList();
  }
}
