package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.HEAT_PUMPS;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Load;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Facts} promises. */
public interface FactsContract extends StoreUnderTest {
  LocalDate DAY = LocalDate.parse("2026-03-02");

  @Test
  default void aQuestionIsKeptAsItWasAsked() {
    TicketId ticket = ticket("1");
    Facts.Fact fact =
        write(books -> books.facts().need(ticket, HEAT_PUMPS, ANA, HOSTILE, after(1)));

    assertThat(reading(books -> books.facts().find(fact.number())).result()).contains(fact);
    assertThat(reading(books -> books.facts().of(ticket)).result()).containsExactly(fact);
    assertThat(reading(books -> books.facts().find(99)).result()).isEmpty();
    assertThat(fact.open()).isTrue();
  }

  @Test
  default void onePersonIsAskedAtATimeAndNobodyTwice() {
    long fact = needed("1");

    assertThat(ask(fact, "ana")).isTrue();
    assertThat(ask(fact, "ben")).isFalse();
    assertThat(end(fact, "ben")).isFalse();
    assertThat(end(fact, "ana")).isTrue();
    assertThat(end(fact, "ana")).isFalse();
    assertThat(ask(fact, "ana")).isFalse();
    assertThat(ask(fact, "ben")).isTrue();

    assertThat(reading(books -> books.facts().asked(fact)).result())
        .containsExactly(
            new Facts.Asked(new ExpertId("ana"), after(2), after(60), after(3)),
            new Facts.Asked(new ExpertId("ben"), after(2), after(60), null));
  }

  @Test
  default void ofManyAskedAtOnceOneIsAsked() {
    long fact = needed("1");

    assertThat(Race.of(16, i -> ask(fact, "e" + i))).containsOnlyOnce(true);
  }

  @Test
  default void theFirstAnswerIsKept() {
    long fact = needed("1");

    List<Boolean> kept =
        Race.of(
            16,
            i ->
                write(books ->
                    books.facts().answer(fact, new Colleague("e" + i, "E"), HOSTILE, after(4))));

    assertThat(kept).containsOnlyOnce(true);
    Facts.Fact answered = read(books -> books.facts().find(fact)).orElseThrow();
    assertThat(answered.answer()).extracting(Facts.Answer::text).isEqualTo(HOSTILE);
    assertThat(answered.open()).isFalse();
    assertThat(ask(fact, "ana")).isFalse();
    assertThat(writing(books -> books.facts().drop(fact, after(5))).result()).isFalse();
  }

  @Test
  default void aFactNoLongerNeededTakesNoAnswer() {
    long fact = needed("1");

    assertThat(writing(books -> books.facts().drop(fact, after(5))).result()).isTrue();

    assertThat(writing(books -> books.facts().answer(fact, BEN, "late", after(6))).result())
        .isFalse();
    assertThat(ask(fact, "ana")).isFalse();
    assertThat(read(books -> books.facts().find(fact)).orElseThrow().droppedAt())
        .isEqualTo(after(5));
  }

  @Test
  default void questionsCountOnTheDaysTheyWereAsked() {
    ask(needed("1"), "ana");
    ask(needed("2"), "ana");
    ask(needed("3"), "ben");
    ExpertId ana = new ExpertId("ana");

    assertThat(reading(books -> books.facts().asked(ana, DAY.minusDays(6), DAY)).result())
        .isEqualTo(2);
    assertThat(
            reading(books -> books.facts().asked(ana, DAY.plusDays(1), DAY.plusDays(7))).result())
        .isZero();
  }

  @Test
  default void aQuestionCountsLikeANudge() {
    ask(needed("1"), "ana");

    assertThat(reading(books -> books.offers().load(new ExpertId("ana"), DAY.plusDays(1))).result())
        .isEqualTo(new Load(0, 1));
  }

  private boolean ask(long fact, String expert) {
    return write(books -> books.facts().ask(fact, new ExpertId(expert), after(2), after(60), DAY));
  }

  private boolean end(long fact, String expert) {
    return write(books -> books.facts().end(fact, new ExpertId(expert), after(3)));
  }

  private long needed(String mention) {
    TicketId ticket = ticket(mention);
    return write(books -> books.facts().need(ticket, HEAT_PUMPS, ANA, "Is it known?", after(1)))
        .number();
  }

  private TicketId ticket(String mention) {
    return write(books -> books.tickets().open(draft(mention))).orElseThrow().id();
  }
}
