package no.grenselos.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.grenselos.mention.Network;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.Terms;
import no.grenselos.store.TicketSearch.Heap;
import no.grenselos.store.TicketSearch.Query;
import no.grenselos.store.TicketSearch.Standing;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link TicketSearch} promises. */
public interface TicketSearchContract extends StoreUnderTest {
  @Test
  default void aTicketIsFoundByWordsOfThePostItsAuthorAndItsAddress() {
    long noisy = opened("1", "Varmepumpa BRÅKER 100% om natta", 0);
    long quiet = opened("2", "Takk for hjelpen", 1);

    assertThat(found(words("bråk"))).containsExactly(noisy);
    assertThat(found(words("natta varmepump"))).containsExactly(noisy);
    assertThat(found(words("kari"))).containsExactly(quiet, noisy);
    assertThat(found(words("@kari/2"))).containsExactly(quiet);
    assertThat(found(words("100%"))).containsExactly(noisy);
    assertThat(found(words("1_0"))).isEmpty();
    assertThat(found(words("' or 1=1 --"))).isEmpty();
    assertThat(found(words(Samples.HOSTILE))).isEmpty();
  }

  @Test
  default void everyFilterNarrowsWhatIsFound() {
    long expert = opened("1", "one", 0);
    long care = care("2", 60);

    assertThat(found(Query.ALL)).containsExactly(care, expert);
    assertThat(found(query(Lane.CARE, null, "", null, Set.of()))).containsExactly(care);
    assertThat(found(query(null, Samples.HEAT_PUMPS, "", null, Set.of()))).containsExactly(expert);
    assertThat(found(query(null, new TopicId("none"), "", null, Set.of()))).isEmpty();
    assertThat(found(query(null, null, "nb", null, Set.of()))).containsExactly(care, expert);
    assertThat(found(query(null, null, "en", null, Set.of()))).isEmpty();
    assertThat(found(query(null, null, "", Goal.CUT_COSTS, Set.of()))).containsExactly(care);
    assertThat(found(query(null, null, "", null, Set.of("#other")))).containsExactly(care);
    assertThat(found(standing(Standing.OPEN))).containsExactly(care, expert);
    assertThat(found(standing(Standing.ANSWERED))).isEmpty();
    assertThat(found(network("mastodon"))).containsExactly(care, expert);
    assertThat(found(network("x"))).isEmpty();
    assertThat(found(between(30, 90))).containsExactly(care);
    assertThat(found(between(0, 60))).containsExactly(expert);
  }

  @Test
  default void pagesFollowEachOtherByTheLastNumber() {
    long first = opened("1", "one", 0);
    long second = opened("2", "two", 1);
    long third = opened("3", "three", 2);

    assertThat(reading(books -> books.search().find(Query.ALL, 2)).result())
        .containsExactly(new TicketId(third), new TicketId(second));
    assertThat(found(Query.ALL.below(new TicketId(second)))).containsExactly(first);
  }

  @Test
  default void whatChangesIsFoundAsItIsNow() {
    long number = opened("1", "one", 0);
    change(books -> {
      Ticket ticket = books.tickets().find(new TicketId(number)).orElseThrow();
      books
          .tickets()
          .save(ticket.with(new TicketState.Claimed(Samples.ANA, Samples.after(5)), null));
      books.careQueue().put(ticket.id(), "#elsewhere");
      books
          .mentions()
          .add(
              Samples.mention("1", "edited", "another word"),
              Samples.understood(),
              Samples.ask(),
              Samples.after(9));
    });

    assertThat(found(standing(Standing.CLAIMED))).containsExactly(number);
    assertThat(found(standing(Standing.OPEN))).isEmpty();
    assertThat(found(query(null, null, "", null, Set.of("#elsewhere")))).containsExactly(number);
    assertThat(found(words("another"))).containsExactly(number);
    assertThat(found(words("one"))).isEmpty();
  }

  @Test
  default void anErasedPostIsNotFoundByItsWords() {
    long number = opened("1", "secret", 0);

    change(books -> books.mentions().erase(Samples.id("1"), Samples.after(9)));

    assertThat(found(words("secret"))).isEmpty();
    assertThat(found(words("kari"))).isEmpty();
    assertThat(found(Query.ALL)).containsExactly(number);
  }

  @Test
  default void aTicketThatIsOpenedOnAnErasedPostIsNotFoundByItsWords() {
    change(books -> {
      books
          .mentions()
          .add(Samples.mention("1", "", "secret"), Samples.understood(), Samples.ask(), Samples.T0);
      books.mentions().erase(Samples.id("1"), Samples.after(9));
      books.tickets().open(Samples.draft("1"));
    });

    assertThat(found(words("kari"))).isEmpty();
    assertThat(found(Query.ALL)).hasSize(1);
  }

  @Test
  default void whatIsInHandIsCountedByStandingWithItsOldest() {
    opened("1", "one", 7);
    opened("2", "two", 3);
    long care = care("3", 60);
    change(books -> {
      Ticket ticket = books.tickets().find(new TicketId(care)).orElseThrow();
      books
          .tickets()
          .save(ticket.with(new TicketState.Answered(Samples.ANA, Samples.T0, null), null));
    });

    assertThat(reading(books -> books.search().inHand(Set.of())).result())
        .containsExactly(new Heap(Standing.OPEN, 2, Samples.after(3)));
    assertThat(reading(books -> books.search().inHand(Set.of("#other"))).result()).isEmpty();
  }

  private List<Long> found(Query query) {
    return read(books -> books.search().find(query, 50)).stream().map(TicketId::number).toList();
  }

  private long opened(String id, String text, long after) {
    return open(id, text, draft -> draft, after);
  }

  private long care(String id, long after) {
    Terms usual = Samples.terms();
    Terms terms = new Terms("#other", Goal.CUT_COSTS, null, usual.offerFor());
    return open(
        id,
        "care",
        draft ->
            new Ticket.Draft(
                draft.mention(),
                Lane.CARE,
                null,
                terms,
                draft.because(),
                draft.openedAt(),
                null,
                null),
        after);
  }

  private long open(String id, String text, UnaryOperator<Ticket.Draft> change, long after) {
    Ticket.Draft usual = Samples.draft(id);
    Ticket.Draft draft =
        new Ticket.Draft(
            usual.mention(),
            usual.lane(),
            usual.topic(),
            usual.terms(),
            usual.because(),
            Samples.after(after),
            null,
            null);
    return write(books -> {
      books
          .mentions()
          .add(Samples.mention(id, "", text), Samples.understood(), Samples.ask(), Samples.T0);
      return books.tickets().open(change.apply(draft)).orElseThrow().id().number();
    });
  }

  private static Query words(String words) {
    return new Query(words, Set.of(), null, null, Set.of(), null, null, "", null, null, null);
  }

  private static Query standing(Standing standing) {
    return new Query("", Set.of(standing), null, null, Set.of(), null, null, "", null, null, null);
  }

  private static Query network(String name) {
    Network network = new Network(name);
    return new Query("", Set.of(), null, null, Set.of(), network, null, "", null, null, null);
  }

  private static Query between(long from, long before) {
    return new Query(
        "",
        Set.of(),
        null,
        null,
        Set.of(),
        null,
        null,
        "",
        Samples.after(from),
        Samples.after(before),
        null);
  }

  private static Query query(
      @Nullable Lane lane,
      @Nullable TopicId topic,
      String language,
      @Nullable Goal goal,
      Set<String> channels) {
    return new Query("", Set.of(), lane, topic, channels, null, goal, language, null, null, null);
  }
}
