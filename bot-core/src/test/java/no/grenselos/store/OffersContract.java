package no.grenselos.store;

import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Load;
import no.grenselos.expert.Workload;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Offers} promises. */
public interface OffersContract extends StoreUnderTest {
  ExpertId ANA = new ExpertId("ana");
  ExpertId BEN = new ExpertId("ben");
  LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @Test
  default void anOfferIsKeptAsMade() {
    TicketId ticket = ticket("1");

    Offer offer = make(ticket, ANA, MONDAY, 1).orElseThrow();

    assertThat(offer)
        .isEqualTo(new Offer(offer.id(), ticket, ANA, T0, after(1800), MONDAY, 1, null, null));
    assertThat(reading(books -> books.offers().find(offer.id())).result()).contains(offer);
    assertThat(reading(books -> books.offers().find(new OfferId(99))).result()).isEmpty();
  }

  @Test
  default void aTicketHasOneRunningOffer() {
    TicketId ticket = ticket("1");
    Offer first = make(ticket, ANA, MONDAY, 1).orElseThrow();

    assertThat(make(ticket, BEN, MONDAY, 1)).isEmpty();
    end(first, OfferEnd.PASSED);
    Offer second = make(ticket, BEN, MONDAY, 1).orElseThrow();

    assertThat(reading(books -> books.offers().of(ticket)).result())
        .extracting(Offer::id)
        .containsExactly(first.id(), second.id());
  }

  @Test
  default void anExpertsNthOfADayIsGivenOnce() {
    TicketId second = ticket("2");
    make(ticket("1"), ANA, MONDAY, 1);

    assertThat(make(second, ANA, MONDAY, 1)).isEmpty();
    assertThat(make(second, ANA, MONDAY, 2)).isPresent();
    assertThat(make(ticket("3"), ANA, MONDAY.plusDays(1), 1)).isPresent();
    assertThat(make(ticket("4"), BEN, MONDAY, 1)).isPresent();
  }

  @Test
  default void anOfferEndsOnce() {
    Offer offer = make(ticket("1"), ANA, MONDAY, 1).orElseThrow();

    assertThat(end(offer, OfferEnd.LAPSED)).isTrue();
    assertThat(end(offer, OfferEnd.CLAIMED)).isFalse();

    Offer ended = read(books -> books.offers().find(offer.id())).orElseThrow();
    assertThat(ended.end()).isEqualTo(OfferEnd.LAPSED);
    assertThat(ended.endedAt()).isEqualTo(after(60));
  }

  @Test
  default void theLoadIsThatDayAndTheSixBefore() {
    make(ticket("1"), ANA, MONDAY.minusDays(7), 1);
    make(ticket("2"), ANA, MONDAY.minusDays(6), 1);
    make(ticket("3"), ANA, MONDAY, 1);
    make(ticket("4"), ANA, MONDAY, 2);
    make(ticket("5"), ANA, MONDAY.plusDays(1), 1);
    make(ticket("6"), BEN, MONDAY, 1);

    assertThat(reading(books -> books.offers().load(ANA, MONDAY)).result())
        .isEqualTo(new Load(2, 3));
    assertThat(reading(books -> books.offers().load(new ExpertId("nobody"), MONDAY)).result())
        .isEqualTo(Load.NONE);
  }

  @Test
  default void loadsOfManyAreEachOfTheirOwnDay() {
    make(ticket("1"), ANA, MONDAY, 1);
    make(ticket("2"), ANA, MONDAY.plusDays(1), 1);
    make(ticket("3"), BEN, MONDAY.minusDays(6), 1);
    make(ticket("4"), BEN, MONDAY.plusDays(1), 1);
    end(make(ticket("5"), BEN, MONDAY, 1).orElseThrow(), OfferEnd.AWAY);
    Map<ExpertId, LocalDate> days = new HashMap<>();
    for (int i = 0; i < 2_500; i++) days.put(new ExpertId("e" + i), MONDAY);
    days.put(ANA, MONDAY);
    days.put(BEN, MONDAY.plusDays(1));

    Map<ExpertId, Load> loads = reading(books -> books.offers().loads(days)).result();

    assertThat(loads).hasSize(2_502);
    assertThat(loads.get(ANA)).isEqualTo(new Load(1, 1));
    assertThat(loads.get(BEN)).isEqualTo(new Load(1, 1));
    assertThat(loads.get(new ExpertId("e2499"))).isEqualTo(Load.NONE);
    assertThat(reading(books -> books.offers().loads(Map.of())).result()).isEmpty();
  }

  @Test
  default void theWorkloadSaysHowEachEnded() {
    OfferEnd[] ends = OfferEnd.values();
    for (int i = 0; i < ends.length; i++) {
      end(make(ticket("e" + i), ANA, MONDAY, i + 1).orElseThrow(), ends[i]);
    }
    end(make(ticket("again"), ANA, MONDAY.minusDays(27), 1).orElseThrow(), OfferEnd.CLAIMED);
    make(ticket("open"), ANA, MONDAY, 20);
    make(ticket("too old"), ANA, MONDAY.minusDays(28), 1);
    make(ticket("others"), BEN, MONDAY, 1);
    TicketId ticket = ticket("fact");
    change(books -> {
      Colleague lene = new Colleague("lene", "Lene");
      var fact = books.facts().need(ticket, Samples.HEAT_PUMPS, lene, "How loud?", T0);
      books.facts().ask(fact.number(), ANA, T0, after(60), MONDAY);
    });

    Workload four = read(books -> books.offers().workload(ANA, MONDAY.minusDays(27), MONDAY));

    assertThat(four).isEqualTo(new Workload(2, 1, 1, 1, 1, 1, 1));
    assertThat(four.asked()).isEqualTo(8);
    assertThat(
            reading(books -> books.offers().workload(new ExpertId("nobody"), MONDAY, MONDAY))
                .result())
        .isEqualTo(Workload.NONE);
  }

  @Test
  default void sixteenThreadsCannotGiveMoreThanTheCap() {
    int cap = 3;
    List<TicketId> tickets = new ArrayList<>();
    for (int i = 0; i < 16; i++) tickets.add(ticket("t" + i));

    List<Boolean> made = Race.of(16, i -> offerUnderCap(tickets.get(i), cap));

    assertThat(made).filteredOn(Boolean::booleanValue).hasSize(cap);
    assertThat(reading(books -> books.offers().load(ANA, MONDAY).today()).result()).isEqualTo(cap);
  }

  /** As the flows do it: look at the load, give the next; look again when somebody was faster. */
  private boolean offerUnderCap(TicketId ticket, int cap) {
    while (true) {
      int today = read(books -> books.offers().load(ANA, MONDAY).today());
      if (today >= cap) return false;
      if (make(ticket, ANA, MONDAY, today + 1).isPresent()) return true;
    }
  }

  private TicketId ticket(String mention) {
    return write(books -> books.tickets().open(draft(mention))).orElseThrow().id();
  }

  private Optional<Offer> make(TicketId ticket, ExpertId expert, LocalDate day, int nth) {
    return write(books -> books.offers().make(ticket, expert, T0, after(1800), day, nth));
  }

  private boolean end(Offer offer, OfferEnd end) {
    return write(books -> books.offers().end(offer.id(), end, after(60)));
  }
}
