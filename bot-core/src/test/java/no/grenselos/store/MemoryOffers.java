package no.grenselos.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Load;
import no.grenselos.expert.Workload;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

record MemoryOffers(MemoryState state) implements Offers {
  @Override
  public Optional<Offer> make(
      TicketId ticket, ExpertId expert, Instant at, Instant until, LocalDate day, int nth) {
    boolean taken =
        state.offers().values().stream()
            .anyMatch(offer ->
                (offer.ticket().equals(ticket) && offer.end() == null)
                    || (offer.expert().equals(expert)
                        && offer.day().equals(day)
                        && offer.nth() == nth));
    if (taken) return Optional.empty();
    OfferId id = new OfferId(state.next("offer"));
    Offer offer = new Offer(id, ticket, expert, at, until, day, nth, null, null);
    state.offers().put(id.number(), offer);
    return Optional.of(offer);
  }

  @Override
  public boolean end(OfferId id, OfferEnd end, Instant at) {
    Offer o = state.offers().get(id.number());
    if (o == null || o.end() != null) return false;
    int nth = end == OfferEnd.AWAY ? Math.toIntExact(-id.number()) : o.nth();
    Offer ended =
        new Offer(id, o.ticket(), o.expert(), o.madeAt(), o.until(), o.day(), nth, end, at);
    state.offers().put(id.number(), ended);
    return true;
  }

  @Override
  public Optional<Offer> find(OfferId id) {
    return Optional.ofNullable(state.offers().get(id.number()));
  }

  @Override
  public List<Offer> of(TicketId ticket) {
    return state.offers().values().stream().filter(o -> o.ticket().equals(ticket)).toList();
  }

  @Override
  public List<Offer> running(ExpertId expert) {
    return state.offers().values().stream()
        .filter(offer -> offer.expert().equals(expert) && offer.end() == null)
        .toList();
  }

  @Override
  public Map<ExpertId, Load> loads(Map<ExpertId, LocalDate> days) {
    Map<ExpertId, Load> loads = new HashMap<>();
    days.forEach((expert, day) ->
        loads.put(expert, new Load(count(expert, day, day), count(expert, day.minusDays(6), day))));
    return loads;
  }

  @Override
  public Workload workload(ExpertId expert, LocalDate from, LocalDate to) {
    Map<Optional<OfferEnd>, Long> ends =
        seen(expert, from, to)
            .collect(
                Collectors.groupingBy(o -> Optional.ofNullable(o.end()), Collectors.counting()));
    return new Workload(
        count(ends, OfferEnd.CLAIMED),
        count(ends, OfferEnd.PASSED),
        count(ends, OfferEnd.LATER),
        count(ends, OfferEnd.LAPSED),
        count(ends, OfferEnd.OVERTAKEN),
        count(ends, null),
        new MemoryFacts(state).asked(expert, from, to));
  }

  private static int count(Map<Optional<OfferEnd>, Long> ends, @Nullable OfferEnd end) {
    return Math.toIntExact(ends.getOrDefault(Optional.ofNullable(end), 0L));
  }

  private int count(ExpertId expert, LocalDate from, LocalDate to) {
    return Math.toIntExact(
        seen(expert, from, to).count() + new MemoryFacts(state).asked(expert, from, to));
  }

  private Stream<Offer> seen(ExpertId expert, LocalDate from, LocalDate to) {
    return state.offers().values().stream()
        .filter(o -> o.expert().equals(expert) && o.nth() > 0)
        .filter(o -> !o.day().isBefore(from) && !o.day().isAfter(to));
  }
}
