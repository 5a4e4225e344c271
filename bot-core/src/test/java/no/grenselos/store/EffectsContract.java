package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.grenselos.expert.Colleague;
import no.grenselos.store.Effects.Told;
import no.grenselos.store.Thanks.Answered;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Effects} promises. */
public interface EffectsContract extends StoreUnderTest {
  LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private TicketId answered(String post) {
    return write(books -> {
      TicketId ticket = books.tickets().open(draft(post)).orElseThrow().id();
      books.thanks().answered(new Answered(ticket, ANA, after(10), "mastodon:t"));
      return ticket;
    });
  }

  private boolean tell(Told told) {
    return write(books -> books.effects().tell(told));
  }

  private boolean ask(TicketId ticket, String who, LocalDate day) {
    return write(books -> books.effects().ask(ticket, who, day));
  }

  @Test
  default void aLaterWordTakesTheEarliersPlaceAndTheSameWordIsToldOnce() {
    TicketId ticket = answered("1");
    Told lead = new Told(ticket, Effect.LEAD, ANA, after(20));
    Told sale = new Told(ticket, Effect.SALE, new Colleague("ben", HOSTILE), after(30));

    assertThat(tell(lead)).isTrue();
    assertThat(tell(new Told(ticket, Effect.LEAD, BEN, after(25)))).isFalse();
    assertThat(reading(books -> books.effects().of(ticket)).result()).contains(lead);
    assertThat(tell(sale)).isTrue();

    assertThat(reading(books -> books.effects().of(ticket)).result()).contains(sale);
  }

  @Test
  default void nothingIsToldOfWhatHasNoAnswerAndWhatIsTakenBackIsGone() {
    TicketId silent = write(books -> books.tickets().open(draft("1"))).orElseThrow().id();
    TicketId ticket = answered("2");
    ask(ticket, "ana", MONDAY);
    tell(new Told(ticket, Effect.HAPPY, ANA, after(20)));

    assertThat(tell(new Told(silent, Effect.HAPPY, ANA, after(20)))).isFalse();
    assertThat(reading(books -> books.effects().of(silent)).result()).isEmpty();
    change(books -> books.effects().takeBack(ticket));
    assertThat(reading(books -> books.effects().of(ticket)).result()).isEmpty();
    assertThat(reading(books -> books.effects().asked(ticket)).result()).isFalse();
    assertThat(ask(answered("3"), "ana", MONDAY)).isFalse();
    assertThat(ask(ticket, "ana", MONDAY.plusDays(1))).isTrue();
  }

  @Test
  default void aPersonIsAskedAboutOneADayAndOnePersonAboutEach() {
    TicketId one = answered("1");
    TicketId two = answered("2");

    assertThat(ask(one, "ana", MONDAY)).isTrue();
    assertThat(ask(two, "ana", MONDAY)).isFalse();
    assertThat(ask(one, "ben", MONDAY)).isFalse();
    assertThat(ask(one, "ana", MONDAY.plusDays(1))).isFalse();
    assertThat(ask(two, "ben", MONDAY)).isTrue();

    assertThat(reading(books -> books.effects().asked(one)).result()).isTrue();
    assertThat(reading(books -> books.effects().asked(new TicketId(99))).result()).isFalse();
  }

  @Test
  default void openAreThoseOfThePersonOfWhichNothingIsToldLatestFirst() {
    TicketId one = answered("1");
    TicketId two = answered("2");
    TicketId three = answered("3");
    ask(one, "ana", MONDAY);
    ask(two, "ana", MONDAY.plusDays(1));
    ask(three, "ana", MONDAY.plusDays(2));
    ask(answered("4"), "ben", MONDAY);
    tell(new Told(two, Effect.NOTHING, BEN, after(20)));

    assertThat(reading(books -> books.effects().open("ana", 5)).result())
        .containsExactly(three, one);
    assertThat(reading(books -> books.effects().open("ana", 1)).result()).containsExactly(three);
  }
}
