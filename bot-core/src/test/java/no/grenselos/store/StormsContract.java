package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.store.Storms.Standing;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Storms} promises. */
public interface StormsContract extends StoreUnderTest {
  String MATTER = "heat-pumps/trouble";

  @Test
  default void postsOfAMatterAreFoundWithinTheirTimeLatestFirst() {
    TicketId first = seen("1", MATTER, 0);
    TicketId second = seen("2", MATTER, 60);
    TicketId third = seen("3", MATTER, 60);
    seen("4", "bills/trouble", 60);

    assertThat(reading(books -> books.storms().loose(MATTER, T0, after(60), 9)).result())
        .containsExactly(third, second);
    assertThat(reading(b -> b.storms().loose(MATTER, T0.minusMillis(1), T0, 9)).result())
        .containsExactly(first);
    assertThat(reading(b -> b.storms().loose(MATTER, T0.minusMillis(1), after(60), 1)).result())
        .containsExactly(third);
    assertThat(reading(b -> b.storms().countLoose(MATTER, T0, after(60))).result()).isEqualTo(2);
    assertThat(reading(books -> books.storms().first(MATTER)).result()).contains(T0);
    assertThat(reading(books -> books.storms().first("nothing")).result()).isEmpty();
  }

  @Test
  default void aTicketHasOneMatterHoweverOftenItIsSeen() {
    TicketId ticket = seen("1", MATTER, 0);
    change(books -> books.storms().saw(ticket, "bills/trouble", after(9)));

    assertThat(reading(books -> books.storms().first("bills/trouble")).result()).isEmpty();
  }

  @Test
  default void oneIncidentAMatterRunsAndAnotherMayFollow() {
    Storms.Incident incident = opened(MATTER);

    assertThat(writing(b -> b.storms().open(MATTER, "#x", T0)).result()).isEmpty();
    assertThat(reading(b -> b.storms().running(MATTER)).result()).contains(incident);
    assertThat(reading(b -> b.storms().running()).result()).containsExactly(incident);
    assertThat(writing(b -> b.storms().end(incident.number(), ANA, after(60))).result()).isTrue();
    assertThat(writing(b -> b.storms().end(incident.number(), BEN, after(61))).result()).isFalse();
    assertThat(reading(b -> b.storms().running(MATTER)).result()).isEmpty();
    Storms.Incident ended = read(b -> b.storms().find(incident.number())).orElseThrow();
    assertThat(ended.endedAt()).isEqualTo(after(60));
    assertThat(ended.endedBy()).isEqualTo(ANA);
    assertThat(opened(MATTER).number()).isNotEqualTo(incident.number());
  }

  @Test
  default void manyWhoOpenTheSameIncidentMakeOne() {
    List<Boolean> made =
        Race.of(
            8, i -> store().write(b -> b.storms().open(MATTER, "#kundeservice", T0)).isPresent());

    assertThat(made).containsOnlyOnce(true);
  }

  @Test
  default void anIncidentThatDiesDownHasNobodyWhoEndedIt() {
    Storms.Incident incident = opened(MATTER);
    change(books -> books.storms().end(incident.number(), null, after(60)));

    Storms.Incident ended = read(books -> books.storms().find(incident.number())).orElseThrow();
    assertThat(ended.endedBy()).isNull();
    assertThat(ended.endedAt()).isEqualTo(after(60));
  }

  @Test
  default void aTicketJoinsOneIncidentAndIsCountedByWhereItStands() {
    TicketId first = seen("1", MATTER, 0);
    TicketId second = seen("2", MATTER, 60);
    TicketId third = seen("3", MATTER, 120);
    long incident = opened(MATTER).number();
    long other = opened("bills/trouble").number();

    assertThat(writing(books -> books.storms().join(incident, first)).result()).isTrue();
    assertThat(writing(books -> books.storms().join(other, first)).result()).isFalse();
    change(books -> books.storms().join(incident, second));
    change(books -> books.storms().join(incident, third));
    change(books -> books.storms().stands(second, Standing.ANSWERED));

    assertThat(reading(b -> b.storms().tickets(incident, Standing.WAITING, 9)).result())
        .containsExactly(third, first);
    assertThat(reading(b -> b.storms().tickets(incident, null, 2)).result())
        .containsExactly(third, second);
    assertThat(reading(b -> b.storms().count(incident, Standing.ANSWERED)).result()).isOne();
    assertThat(reading(b -> b.storms().count(incident, null)).result()).isEqualTo(3);
    assertThat(reading(b -> b.storms().count(incident, T0, after(60))).result()).isOne();
    assertThat(reading(b -> b.storms().countLoose(MATTER, T0.minusMillis(1), after(999))).result())
        .isZero();
  }

  @Test
  default void aReleasedTicketStaysPartOfItsIncident() {
    TicketId ticket = seen("1", MATTER, 0);
    long incident = opened(MATTER).number();
    assertThat(reading(books -> books.storms().of(ticket)).result()).isEmpty();
    change(books -> books.storms().join(incident, ticket));
    assertThat(reading(books -> books.storms().of(ticket)).result())
        .contains(new Storms.Membership(incident, false));

    assertThat(writing(books -> books.storms().release(ticket)).result()).isTrue();
    assertThat(writing(books -> books.storms().release(ticket)).result()).isFalse();

    assertThat(reading(books -> books.storms().of(ticket)).result())
        .contains(new Storms.Membership(incident, true));
  }

  @Test
  default void theSharedLineIsKeptWhateverItSays() {
    long incident = opened(MATTER).number();
    change(books -> books.storms().share(incident, HOSTILE, ANA));

    Storms.Incident kept = read(books -> books.storms().find(incident)).orElseThrow();
    assertThat(kept.line()).startsWith("æøå 👩‍🔬 ' \"");
    assertThat(kept.lineBy()).isEqualTo(ANA);
  }

  private TicketId seen(String mention, String matter, long seconds) {
    TicketId ticket = write(books -> books.tickets().open(draft(mention))).orElseThrow().id();
    change(books -> books.storms().saw(ticket, matter, after(seconds)));
    return ticket;
  }

  private Storms.Incident opened(String matter) {
    return write(books -> books.storms().open(matter, "#kundeservice", T0)).orElseThrow();
  }
}
