package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static no.grenselos.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link CareBook} promises. */
public interface CareBookContract extends StoreUnderTest {
  @Test
  default void notesOfATicketAreKeptInTheirOrder() {
    TicketId ticket = opened("1");
    CareBook.Note first = write(books -> books.care().note(ticket, ANA, HOSTILE, after(1)));
    change(books -> books.care().note(opened(books, "2"), ANA, "elsewhere", after(2)));
    CareBook.Note second = write(books -> books.care().note(ticket, BEN, "called her", after(0)));

    assertThat(reading(books -> books.care().notes(ticket)).result())
        .containsExactly(first, second);
    assertThat(first.text()).isEqualTo(HOSTILE);
  }

  @Test
  default void aMergedTicketLeadsToTheOneThatGoesOn() {
    TicketId one = opened("1");
    TicketId two = opened("2");

    assertThat(merged(two, one)).isTrue();

    assertThat(reading(books -> books.care().mergedInto(two)).result()).contains(one);
    assertThat(reading(books -> books.care().mergedInto(one)).result()).isEmpty();
    assertThat(reading(books -> books.care().mergedFrom(one)).result()).containsExactly(two);
  }

  @Test
  default void whatWasMergedBeforeGoesAlong() {
    TicketId one = opened("1");
    TicketId two = opened("2");
    TicketId three = opened("3");

    merged(three, two);
    merged(two, one);

    assertThat(reading(books -> books.care().mergedInto(three)).result()).contains(one);
    assertThat(reading(books -> books.care().mergedFrom(one)).result()).containsExactly(two, three);
  }

  @Test
  default void mergesThatLeadNowhereAreRefused() {
    TicketId one = opened("1");
    TicketId two = opened("2");
    TicketId three = opened("3");
    merged(two, one);

    assertThat(merged(one, one)).isFalse();
    assertThat(merged(two, three)).isFalse();
    assertThat(merged(three, two)).isFalse();
    assertThat(merged(one, two)).isFalse();
    assertThat(merged(one, new TicketId(99))).isFalse();
  }

  @Test
  default void ofTwoMergesInOppositeDirectionsOneHolds() {
    TicketId one = opened("1");
    TicketId two = opened("2");

    List<Boolean> held = Race.of(8, i -> i % 2 == 0 ? merged(one, two) : merged(two, one));

    assertThat(held).containsOnlyOnce(true);
  }

  @Test
  default void whatTheCustomerWroteAgainFollowsItsTicketOnce() {
    TicketId ticket = opened("1");

    assertThat(writing(books -> books.care().follow(ticket, id("8"), after(9))).result()).isTrue();
    assertThat(writing(books -> books.care().follow(ticket, id("7"), after(3))).result()).isTrue();
    assertThat(writing(books -> books.care().follow(ticket, id("7"), after(5))).result()).isFalse();

    assertThat(reading(books -> books.care().followUps(ticket)).result())
        .containsExactly(id("7"), id("8"));
    assertThat(reading(books -> books.care().followed(id("8"))).result()).contains(ticket);
    assertThat(reading(books -> books.care().followed(id("1"))).result()).isEmpty();
  }

  @Test
  default void aThingIsSaidOnceHoweverManyNodesWantTo() {
    TicketId ticket = opened("1");

    List<Boolean> said =
        Race.of(16, i -> write(books -> books.care().say(ticket, "half", after(1))));
    change(books -> books.care().say(ticket, "end", after(2)));

    assertThat(said).containsOnlyOnce(true);
    assertThat(reading(books -> books.care().said(ticket)).result()).containsExactly("half", "end");
    TicketId other = opened("2");
    assertThat(reading(books -> books.care().said(other)).result()).isEmpty();
  }

  private boolean merged(TicketId ticket, TicketId into) {
    return write(books -> books.care().merge(ticket, into, after(5)));
  }

  private TicketId opened(String mention) {
    return write(books -> opened(books, mention));
  }

  private static TicketId opened(Books books, String mention) {
    return books.tickets().open(draft(mention)).orElseThrow().id();
  }
}
