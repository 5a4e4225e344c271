package no.grenselos.store;

import static no.grenselos.store.Samples.HEAT_PUMPS;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Digests.Digest;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Digests} promises. */
public interface DigestsContract extends StoreUnderTest {
  ExpertId EXPERT = new ExpertId("ana");
  LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
  TopicId BILLS = new TopicId("bills");

  @Test
  default void onePersonGetsOneDigestADayHoweverManyTry() {
    Digest digest = new Digest(EXPERT, FRIDAY, T0, after(60));

    assertThat(Race.of(8, i -> store().write(books -> books.digests().write(digest))))
        .containsOnlyOnce(true);
    assertThat(reading(books -> books.digests().find(EXPERT, FRIDAY)).result()).contains(digest);
    assertThat(reading(b -> b.digests().find(EXPERT, FRIDAY.plusDays(1))).result()).isEmpty();
  }

  @Test
  default void theLatestDigestIsFound() {
    Digest first = new Digest(EXPERT, FRIDAY, T0, after(60));
    Digest second = new Digest(EXPERT, FRIDAY.plusDays(7), after(60), after(120));
    change(books -> books.digests().write(second));
    change(books -> books.digests().write(first));

    assertThat(reading(books -> books.digests().latest(EXPERT)).result()).contains(second);
    assertThat(reading(b -> b.digests().latest(new ExpertId("ben"))).result()).isEmpty();
  }

  @Test
  default void whatWaitsOnATopicIsFoundLongestWaitingFirst() {
    TicketId old = waits("1", HEAT_PUMPS, 0);
    TicketId late = waits("2", HEAT_PUMPS, 90);
    TicketId early = waits("3", BILLS, 60);
    TicketId taken = waits("4", BILLS, 60);
    change(books -> books.digests().waits(late, HEAT_PUMPS, T0));
    change(books -> books.digests().waitsNoMore(taken));

    Set<TopicId> both = Set.of(HEAT_PUMPS, BILLS);
    assertThat(reading(b -> b.digests().waiting(both, after(1), 9)).result())
        .containsExactly(early, late);
    assertThat(reading(b -> b.digests().waiting(Set.of(HEAT_PUMPS), T0, 1)).result())
        .containsExactly(old);
    assertThat(reading(b -> b.digests().countWaiting(both, T0)).result()).isEqualTo(3);
    assertThat(reading(b -> b.digests().came(both, after(60), after(90), 9)).result())
        .containsExactly(taken, early);
    assertThat(reading(b -> b.digests().countCame(both, T0, after(99))).result()).isEqualTo(4);
    change(books -> books.digests().waits(taken, BILLS, after(120)));
    assertThat(reading(b -> b.digests().waiting(both, after(91), 9)).result())
        .containsExactly(taken);
    assertThat(reading(b -> b.digests().waiting(List.of(), T0, 9)).result()).isEmpty();
    assertThat(reading(b -> b.digests().came(List.of(), T0, after(9), 9)).result()).isEmpty();
    assertThat(reading(b -> b.digests().countWaiting(List.of(), T0)).result()).isZero();
  }

  private TicketId waits(String mention, TopicId topic, long seconds) {
    TicketId ticket = write(books -> books.tickets().open(draft(mention))).orElseThrow().id();
    change(books -> books.digests().waits(ticket, topic, after(seconds)));
    return ticket;
  }
}
