package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.HEAT_PUMPS;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import no.grenselos.expert.Colleague;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Lane;
import no.grenselos.store.Pauses.Fate;
import no.grenselos.store.Pauses.Held;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Pauses} promises. */
public interface PausesContract extends StoreUnderTest {
  @Test
  default void aPauseIsKeptAsItWasBegun() {
    Pauses.Pause pause = begun(HEAT_PUMPS, true, ANA);

    assertThat(reading(books -> books.pauses().find(pause.number())).result()).contains(pause);
    assertThat(pause.draft().topic()).isEqualTo(HEAT_PUMPS);
    assertThat(pause.draft().careToo()).isTrue();
    assertThat(pause.draft().by()).isEqualTo(ANA);
    assertThat(pause.draft().until()).isEqualTo(after(3600));
    assertThat(pause.draft().reason()).startsWith("æøå 👩‍🔬 ' \"");
  }

  @Test
  default void aPauseOfTheSameTopicTakesThePlaceOfTheFirst() {
    Pauses.Pause first = begun(HEAT_PUMPS, false, ANA);
    Pauses.Pause everything = begun(null, false, ANA);
    Pauses.Pause second = begun(HEAT_PUMPS, false, BEN);

    assertThat(reading(books -> books.pauses().running()).result())
        .containsExactly(everything, second);
    assertThat(read(books -> books.pauses().find(first.number())).orElseThrow().endedAt())
        .isEqualTo(T0);
  }

  @Test
  default void aPauseEndsOnce() {
    Pauses.Pause pause = begun(null, false, ANA);

    assertThat(writing(b -> b.pauses().end(pause.number(), after(60))).result()).isTrue();
    assertThat(writing(b -> b.pauses().end(pause.number(), after(61))).result()).isFalse();

    assertThat(reading(books -> books.pauses().running()).result()).isEmpty();
  }

  @Test
  default void heldTicketsAreGivenBackInTheirOrderWithWhatBecameOfThem() {
    TicketId first = ticket("1");
    TicketId second = ticket("2");
    long pause = begun(null, true, ANA).number();
    assertThat(writing(b -> b.pauses().hold(pause, second, Lane.EXPERT, T0)).result()).isTrue();
    assertThat(writing(b -> b.pauses().hold(pause, second, Lane.EXPERT, T0)).result()).isFalse();
    change(books -> books.pauses().hold(pause, second, Lane.CARE, T0));
    change(books -> books.pauses().hold(pause, first, Lane.EXPERT, T0));

    change(books -> books.pauses().letGo(new Held(pause, second, Lane.EXPERT), Fate.GOES_ON));
    change(books -> books.pauses().letGo(new Held(pause, second, Lane.CARE), Fate.GOES_ON));

    assertThat(reading(books -> books.pauses().held(pause, 9)).result())
        .containsExactly(new Held(pause, first, Lane.EXPERT));
    assertThat(reading(books -> books.pauses().count(pause, null)).result()).isEqualTo(2);
    assertThat(reading(books -> books.pauses().count(pause, Fate.GOES_ON)).result()).isOne();
    assertThat(reading(b -> b.pauses().tickets(pause, Fate.GOES_ON, 9)).result())
        .containsExactly(second);
    assertThat(reading(b -> b.pauses().tickets(pause, Fate.TOO_OLD, 9)).result()).isEmpty();
  }

  private TicketId ticket(String mention) {
    return write(books -> books.tickets().open(draft(mention))).orElseThrow().id();
  }

  private Pauses.Pause begun(@Nullable TopicId topic, boolean careToo, Colleague by) {
    return write(books ->
        books.pauses().begin(new Pauses.Draft(topic, careToo, by, HOSTILE, T0, after(3600))));
  }
}
