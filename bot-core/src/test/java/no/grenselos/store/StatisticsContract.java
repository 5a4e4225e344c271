package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.HEAT_PUMPS;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static no.grenselos.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.grenselos.expert.ExpertId;
import no.grenselos.lesson.Lesson;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Goal;
import no.grenselos.store.Statistics.Asked;
import no.grenselos.store.Statistics.Back;
import no.grenselos.store.Statistics.Came;
import no.grenselos.store.Statistics.Count;
import no.grenselos.store.Statistics.Declined;
import no.grenselos.store.Statistics.Part;
import no.grenselos.store.Statistics.Replies;
import no.grenselos.store.Statistics.Span;
import no.grenselos.store.Statistics.Sums;
import no.grenselos.store.Statistics.Wait;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Statistics} promises. */
public interface StatisticsContract extends StoreUnderTest {
  Part SELLING = new Part(Goal.SELL, HEAT_PUMPS);
  Part NOTHING = new Part(null, null);
  Duration MONTH = Duration.ofDays(30);

  private Span seconds(long from, long before) {
    return new Span(after(from), after(before));
  }

  /** Comes and becomes a ticket at once; promised after an hour. */
  private Ticket ticket(String post, long seconds) {
    return write(books -> {
      books.statistics().came(id(post), NOTHING, after(seconds));
      Ticket ticket = books.tickets().open(draft(post)).orElseThrow();
      books.statistics().opened(ticket);
      return ticket;
    });
  }

  private void answered(Ticket ticket, String who, boolean comms, long seconds) {
    change(books -> books.statistics().answered(ticket.id(), who, comms, after(seconds)));
  }

  private List<Count> counts(long now, Span time) {
    return read(books -> books.statistics().counts(time, after(now)));
  }

  private static Count count(Part part, long... n) {
    return new Count(part, new Sums(n[0], n[1], n[2], n[3], n[4]));
  }

  @Test
  default void postsAreCountedByTheTimeTheyCameAndByGoalAndTopic() {
    change(books -> {
      books.statistics().came(id("1"), NOTHING, after(0));
      books.statistics().came(id("1"), SELLING, after(15));
      books.statistics().came(id("2"), new Part(null, HEAT_PUMPS), after(10));
      books.statistics().came(id("3"), new Part(Goal.CUT_COSTS, new TopicId("a")), after(20));
    });

    assertThat(counts(30, seconds(0, 20)))
        .containsExactly(
            count(NOTHING, 1, 0, 0, 0, 0), count(new Part(null, HEAT_PUMPS), 1, 0, 0, 0, 0));
    assertThat(counts(30, seconds(40, 50))).isEmpty();
    List<Span> times = List.of(seconds(0, 10), seconds(40, 50), seconds(5, 90));
    assertThat(reading(books -> books.statistics().course(times, after(30))).result())
        .containsExactly(new Sums(1, 0, 0, 0, 0), new Sums(0, 0, 0, 0, 0), new Sums(2, 0, 0, 0, 0));
  }

  @Test
  default void aTicketHasItsOwnGoalAndTopicAndAPromiseThatIsKeptBrokenOrOpen() {
    answered(ticket("1", 0), "ana", false, 3600);
    answered(ticket("2", 0), "ana", false, 3601);
    ticket("3", 0);

    assertThat(counts(3600, seconds(0, 1))).containsExactly(count(SELLING, 3, 3, 2, 2, 1));
    assertThat(counts(3601, seconds(0, 1))).containsExactly(count(SELLING, 3, 3, 2, 3, 1));
  }

  @Test
  default void aTicketNobodySawComeIsCountedAllTheSame() {
    Ticket ticket = write(books -> books.tickets().open(draft("1"))).orElseThrow();
    change(books -> books.statistics().opened(ticket));

    assertThat(counts(0, seconds(0, 1))).containsExactly(count(SELLING, 1, 1, 0, 0, 0));
  }

  @Test
  default void whatEndedWithoutAnAnswerBreaksNoPromiseAndWhatWasJoinedIsCountedOnce() {
    ended(ticket("1", 0), CloseReason.NOT_WORTH_ANSWERING);
    ended(ticket("2", 0), CloseReason.MERGED);
    Ticket again = ticket("3", 0);
    ended(again, CloseReason.DELETED_OUTSIDE);
    change(books -> books.statistics().changed(again));

    assertThat(counts(9999, seconds(0, 1))).containsExactly(count(SELLING, 3, 2, 0, 1, 0));
  }

  private void ended(Ticket ticket, CloseReason reason) {
    change(books ->
        books
            .statistics()
            .changed(ticket.with(new TicketState.Closed(reason, ANA, after(5)), null)));
  }

  @Test
  default void theFirstAnswerCountsUntilItIsTakenBackAndFixesThePromise() {
    Ticket ticket = ticket("1", 0);
    answered(ticket, "ana", false, 120);
    answered(ticket, "ben", true, 900);
    change(books -> books.statistics().changed(ticket.promised(after(60))));

    assertThat(reading(books -> books.statistics().waits(seconds(0, 1))).result())
        .containsExactly(new Wait(SELLING, 2, 1));
    assertThat(counts(1000, seconds(0, 1))).containsExactly(count(SELLING, 1, 1, 1, 1, 1));

    change(books -> books.statistics().takeBack(ticket.id()));
    change(books -> books.statistics().changed(ticket.promised(after(60))));
    assertThat(reading(books -> books.statistics().waits(seconds(0, 1))).result()).isEmpty();
    assertThat(counts(1000, seconds(0, 1))).containsExactly(count(SELLING, 1, 1, 0, 1, 0));
  }

  @Test
  default void waitsAreWholeMinutesOfThePostsThatCameThen() {
    answered(ticket("1", 0), "ana", false, 179);
    answered(ticket("2", 10), "ana", false, 130);
    answered(ticket("3", 60), "ana", false, 70);

    assertThat(reading(books -> books.statistics().waits(seconds(0, 60))).result())
        .containsExactly(new Wait(SELLING, 2, 2));
  }

  @Test
  default void erasingThePostChangesNoNumber() {
    answered(ticket("1", 0), "ana", false, 60);
    answered(ticket("2", 0), "ana", false, 90);
    Replies replies = replies(0, 1000, 5000);
    change(books -> books.mentions().erase(id("1"), after(100)));

    assertThat(counts(200, seconds(0, 1))).containsExactly(count(SELLING, 2, 2, 2, 2, 2));
    assertThat(replies(0, 1000, 5000)).isEqualTo(replies);
  }

  @Test
  default void whatAnswersBroughtAboutIsCountedByPartUntilTheAnswerIsTakenBack() {
    Ticket first = ticket("1", 0);
    Ticket second = ticket("2", 10);
    Ticket third = ticket("3", 60);
    Ticket silent = ticket("4", 0);
    for (Ticket one : List.of(first, second, third)) answered(one, "ana", false, 90);
    change(books -> {
      books.statistics().told(first.id(), Effect.LEAD);
      books.statistics().told(second.id(), Effect.SALE);
      books.statistics().told(third.id(), Effect.SALE);
      books.statistics().told(silent.id(), Effect.SALE);
      books.statistics().told(first.id(), Effect.SALE);
    });

    assertThat(reading(books -> books.statistics().effects(seconds(0, 60))).result())
        .containsExactly(new Came(SELLING, Effect.SALE, 2));
    change(books -> {
      books.statistics().takeBack(second.id());
      books.statistics().answered(second.id(), "ana", false, after(99));
      books.statistics().told(first.id(), Effect.NOTHING);
    });
    assertThat(reading(books -> books.statistics().effects(seconds(0, 99))).result())
        .containsExactly(new Came(SELLING, Effect.NOTHING, 1), new Came(SELLING, Effect.SALE, 1));
  }

  private Replies replies(long from, long before, long now) {
    return read(books -> books.statistics().replies(seconds(from, before), MONTH, after(now)));
  }

  @Test
  default void repliesTellNewcomersThoseWhoReturnAndThoseForWhomItIsTooEarly() {
    long day = 86_400;
    answered(ticket("1", 0), "ana", false, 10);
    answered(ticket("2", 0), "ana", false, day);
    answered(ticket("3", 0), "ana", false, day + 10);
    answered(ticket("4", 0), "ben", true, day + 20);
    answered(ticket("5", 0), "cai", false, day + 30);
    answered(ticket("6", 0), "cai", false, day + 30 + 30 * day);
    answered(ticket("7", 0), "ana", false, 60 * day);

    assertThat(replies(day, 2 * day, 3 * day)).isEqualTo(new Replies(4, 4, 3, 3, 2, 2, 1));
    assertThat(replies(day, 2 * day, 90 * day)).isEqualTo(new Replies(4, 4, 3, 3, 2, 2, 0));
    assertThat(replies(60 * day, 61 * day, 99 * day)).isEqualTo(new Replies(1, 1, 1, 1, 0, 0, 0));
    assertThat(replies(5 * day, 6 * day, 90 * day)).isEqualTo(new Replies(0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  default void whatCameBackIsCountedWithItsTicketsGoalAndTopic() {
    Ticket ticket = ticket("1", 0);
    change(books -> {
      books.thanks().came(back(ticket.id(), Thanks.Kind.THANKS, "a", 50));
      books.thanks().came(back(ticket.id(), Thanks.Kind.OTHERS_LIKE, "b", 50));
      books.thanks().came(back(ticket.id(), Thanks.Kind.OTHERS_LIKE, "c", 59));
      books.thanks().came(back(ticket.id(), Thanks.Kind.OTHERS_LIKE, "d", 60));
    });

    assertThat(reading(books -> books.statistics().backs(seconds(50, 60))).result())
        .containsExactly(
            new Back(SELLING, Thanks.Kind.OTHERS_LIKE, 2),
            new Back(SELLING, Thanks.Kind.THANKS, 1));
  }

  private Thanks.Back back(TicketId ticket, Thanks.Kind kind, String cause, long seconds) {
    return new Thanks.Back(ticket, kind, cause, null, after(seconds));
  }

  @Test
  default void nudgesAreCountedByPersonAndTimeAndByTheirEndButNotThoseNobodySaw() {
    offer("1", "ana", 10, 1, OfferEnd.CLAIMED);
    offer("2", "ana", 20, 2, OfferEnd.LAPSED);
    offer("3", "ben", 20, 1, OfferEnd.AWAY);
    offer("4", "ben", 30, 2, OfferEnd.CLAIMED);
    OfferId running = offer("5", "ben", 40, 3, null);
    Ticket asks = ticket("6", 0);
    change(books -> {
      long fact = books.facts().need(asks.id(), HEAT_PUMPS, ANA, "?", after(40)).number();
      books.facts().ask(fact, new ExpertId("ben"), after(45), after(90), LocalDate.EPOCH);
    });

    assertThat(running.number()).isPositive();
    assertThat(
            reading(b -> b.statistics().asked(List.of(seconds(0, 30), seconds(30, 60)))).result())
        .containsExactly(new Asked(0, "ana", 2), new Asked(1, "ben", 3));
    assertThat(reading(books -> books.statistics().offers(seconds(0, 60))).result())
        .isEqualTo(Map.of(OfferEnd.CLAIMED, 2L, OfferEnd.LAPSED, 1L, OfferEnd.AWAY, 1L));
    assertThat(reading(books -> books.statistics().offers(seconds(20, 30))).result())
        .isEqualTo(Map.of(OfferEnd.LAPSED, 1L, OfferEnd.AWAY, 1L));
  }

  private OfferId offer(String post, String expert, long seconds, int nth, @Nullable OfferEnd end) {
    Ticket ticket = ticket(post, 0);
    return write(books -> {
      OfferId offer =
          books
              .offers()
              .make(
                  ticket.id(),
                  new ExpertId(expert),
                  after(seconds),
                  after(900),
                  LocalDate.EPOCH,
                  nth)
              .orElseThrow()
              .id();
      if (end != null) books.offers().end(offer, end, after(seconds + 5));
      return offer;
    });
  }

  @Test
  default void declinedNudgesAreCountedByReasonAndTopicEvenWhenThePostIsErased() {
    change(books -> {
      books.lessons().add(lesson(Lesson.Kind.PASSED, "1", HEAT_PUMPS, 10));
      books.lessons().add(lesson(Lesson.Kind.PASSED, "2", HEAT_PUMPS, 20));
      books.lessons().add(lesson(Lesson.Kind.WRONG_TOPIC, "3", null, 20));
      books.lessons().add(lesson(Lesson.Kind.CLAIMED, "4", HEAT_PUMPS, 20));
      books.lessons().add(lesson(Lesson.Kind.LAPSED, "4", HEAT_PUMPS, 30));
      books.lessons().forget(id("1"), "grenselos", after(25));
    });

    assertThat(reading(books -> books.statistics().declined(seconds(10, 30))).result())
        .containsExactly(
            new Declined(Lesson.Kind.PASSED, HEAT_PUMPS, 2),
            new Declined(Lesson.Kind.WRONG_TOPIC, null, 1));
  }

  private Lesson lesson(Lesson.Kind kind, String post, @Nullable TopicId topic, long seconds) {
    return new Lesson(
        kind, id(post), topic, null, null, BEN.id(), "", "cause-" + post, null, after(seconds));
  }

  @Test
  default void momentsBeforeAllPostsAreNobodys() {
    ticket("1", 0);

    assertThat(counts(0, new Span(T0.minusSeconds(60), T0))).isEmpty();
  }
}
