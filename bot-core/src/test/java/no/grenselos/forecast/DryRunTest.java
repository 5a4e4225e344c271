package no.grenselos.forecast;

import static no.grenselos.forecast.HandMade.MONDAY;
import static no.grenselos.forecast.HandMade.NEXT_MONDAY;
import static no.grenselos.forecast.HandMade.ask;
import static no.grenselos.forecast.HandMade.at;
import static no.grenselos.forecast.HandMade.book;
import static no.grenselos.forecast.HandMade.care;
import static no.grenselos.forecast.HandMade.drop;
import static no.grenselos.forecast.HandMade.expert;
import static no.grenselos.forecast.HandMade.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import no.grenselos.expert.Cap;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Knowledge;
import no.grenselos.expert.Standing;
import no.grenselos.expert.Standings;
import no.grenselos.forecast.Report.Nudges;
import no.grenselos.forecast.Report.Person;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.Closures;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.work.Rules;
import org.junit.jupiter.api.Test;

class DryRunTest {
  private static final Cap TWO_A_DAY = new Cap(2, 3);
  private static final LocalDate WEEK = LocalDate.of(2026, 11, 16);

  private final HandMade made = new HandMade();

  @Test
  void aWeekIsReadOffByHand() {
    made.post(1, "09:00", "first", Intent.QUESTION, "heat"); // ana: both have none, a before b
    made.post(1, "10:00", "second", Intent.QUESTION, "heat"); // ben: he has fewer
    made.post(1, "11:00", "third", Intent.QUESTION, "heat"); // ana again: two today
    made.post(1, "12:00", "fourth", Intent.QUESTION, "heat"); // ben: ana is at her cap
    made.post(1, "13:00", "fifth", Intent.QUESTION, "heat"); // both are: waits for Tuesday 8, ana
    made.post(2, "20:00", "sixth", Intent.QUESTION, "heat"); // evening: Wednesday 8, ben
    made.post(3, "09:00", "seventh", Intent.QUESTION, "heat"); // both had three this week: waits
    RuleBook book =
        book(ask("heat", "heat"))
            .people(expert("ana", "heat", TWO_A_DAY), expert("ben", "heat", TWO_A_DAY))
            .done();

    Report report = made.week(book, book);

    assertThat(report.posts()).isEqualTo(7);
    assertThat(report.changed()).isZero();
    assertThat(report.after())
        .isEqualTo(new Report.Totals(0, 0, 0, 0, 6, 1, 2, 1, 0, List.of()))
        .isEqualTo(report.before());
    assertThat(after(report, "ana")).isEqualTo(new Nudges(3, 2, 3, new TreeMap<>(Map.of(WEEK, 3))));
    assertThat(after(report, "ben")).isEqualTo(new Nudges(3, 2, 2, new TreeMap<>(Map.of(WEEK, 3))));
  }

  @Test
  void whoIsInterruptedHowOftenIsSaidBeforeAndAfter() {
    made.post(1, "09:00", "solen", Intent.QUESTION, "solar");
    made.post(2, "09:00", "varmen", Intent.QUESTION, "heat");
    made.post(3, "09:00", "varmen", Intent.QUESTION, "heat");
    HandMade.Book today = book(ask("heat", "heat"));
    HandMade.Book draft = book(ask("heat", "heat"), ask("sun", "solar"));

    Report report =
        made.week(
            today.people(expert("ana", "heat solar", TWO_A_DAY)).done(),
            draft
                .people(expert("ana", "solar", TWO_A_DAY), expert("ben", "heat", TWO_A_DAY))
                .done());

    assertThat(report.people())
        .extracting(person -> person.id().id())
        .containsExactly("ben", "ana");
    assertThat(person(report, "ana").before().all()).isEqualTo(2);
    assertThat(person(report, "ana").after().all()).isEqualTo(1);
    assertThat(person(report, "ben").before()).isEqualTo(Nudges.NONE);
    assertThat(person(report, "ben").after().highest()).isEqualTo(2);
  }

  @Test
  void whatWouldChangeIsCountedWithExamples() {
    MentionId first = made.post(1, "09:00", "regningen er feil", Intent.OTHER, "heat");
    made.post(1, "10:00", "regningen igjen", Intent.OTHER, "heat");
    made.post(1, "11:00", "hei", Intent.OTHER);
    made.post(2, "11:00", "bitcoin", Intent.OTHER);

    Report report =
        made.week(
            book(ask("heat", "heat")).people(expert("ana", "heat", TWO_A_DAY)).done(),
            book(drop("junk", "text:bitcoin"), care("bills", "text:regning"), ask("heat", "heat"))
                .people(expert("ana", "heat", TWO_A_DAY))
                .done());

    assertThat(report.changed()).isEqualTo(3);
    assertThat(report.further()).isZero();
    Report.Change most = report.changes().getFirst();
    assertThat(most.posts()).isEqualTo(2);
    assertThat(most.from())
        .isEqualTo(
            new Destination(
                Destination.Kind.ASK, new TopicId("heat"), "#comms", "", List.of("heat")));
    assertThat(most.to())
        .isEqualTo(new Destination(Destination.Kind.CARE, null, "#care", "", List.of("bills")));
    assertThat(most.examples().getFirst())
        .isEqualTo(new Report.Example(first, "regningen er feil"));
    assertThat(report.changes().getLast().to())
        .isEqualTo(
            new Destination(Destination.Kind.DROPPED, null, "", "not for us", List.of("junk")));
    assertThat(report.before().care()).isZero();
    assertThat(report.after().care()).isEqualTo(2);
    assertThat(report.after().dropped()).isEqualTo(1);
    assertThat(report.after().silent()).isEqualTo(1);
  }

  @Test
  void aRouteOfAnotherNameIsAChangeThatNobodyNotices() {
    made.post(1, "09:00", "sol", Intent.OTHER);

    Report report =
        made.week(book(care("old", "text:sol")).done(), book(care("new", "text:sol")).done());

    assertThat(report.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.from().sameAs(change.to())).isTrue());
  }

  @Test
  void postsThatNobodyWouldGetAreSaid() {
    MentionId post = made.post(1, "09:00", "solen", Intent.QUESTION, "solar");

    Report report =
        made.week(
            book(ask("sun", "solar")).people(expert("ana", "solar", TWO_A_DAY)).done(),
            book(ask("sun", "solar")).people(expert("ana", "heat", TWO_A_DAY)).done());

    assertThat(report.before().nobody()).isZero();
    assertThat(report.after().nobody()).isEqualTo(1);
    assertThat(report.after().examples()).containsExactly(new Report.Example(post, "solen"));
  }

  @Test
  void complaintsThatWouldMissTheirTeamAreSaid() {
    MentionId lost = made.post(1, "09:00", "for dyrt", Intent.COMPLAINT);
    made.post(1, "10:00", "for sent", Intent.COMPLAINT);
    made.post(1, "11:00", "for lite", Intent.COMPLAINT);
    made.post(1, "12:00", "dyrt?", Intent.QUESTION);

    Report report =
        made.week(
            book(care("price", "text:dyrt")).done(),
            book(care("time", "text:\"for sent\"")).done());

    assertThat(report.complaints())
        .isEqualTo(
            new Report.Complaints(3, 1, 1, 1, List.of(new Report.Example(lost, "for dyrt"))));
  }

  @Test
  void aSilenceMutesTheDaysBeforeItsEndOnly() {
    made.post(1, "09:00", "sol", Intent.OTHER);
    made.post(4, "09:00", "sol", Intent.OTHER);
    HandMade.Book today = book(care("all", "text:sol"));

    Report report =
        made.week(today.done(), today.silence("text:sol", at("2026-11-18T00:00"), false).done());

    assertThat(report.changed()).isEqualTo(1);
    assertThat(report.after().dropped()).isEqualTo(1);
    assertThat(report.after().care()).isEqualTo(1);
  }

  @Test
  void whatASilenceKeepsIsAskedAboutAtItsEnd() {
    made.post(1, "09:00", "varmen", Intent.QUESTION, "heat");
    made.post(4, "09:00", "varmen", Intent.QUESTION, "heat");
    HandMade.Book today = book(ask("heat", "heat")).people(expert("ana", "heat", new Cap(1, 3)));
    HandMade.Book draft = today.silence("text:varme", at("2026-11-19T08:30"), true);

    Report report = made.week(today.done(), draft.done());

    assertThat(report.after().held()).isEqualTo(1);
    // Thursday 8:30 takes Thursday's share, and the post of 9:00 waits for Friday
    assertThat(after(report, "ana").all()).isEqualTo(2);
    assertThat(after(report, "ana").atOnce()).isZero();
    assertThat(after(report, "ana").capped()).isEqualTo(1);
  }

  @Test
  void careThatAsksForAFactNudgesNobodyByItself() {
    made.post(1, "09:00", "varmen", Intent.COMPLAINT, "heat");
    Route fact =
        new Route(
            "fact",
            null,
            new TopicId("heat"),
            Lane.BOTH,
            "#care",
            null,
            null,
            null,
            null,
            "Is it a known fault?",
            null,
            false,
            "config/routes.yml:1");
    RuleBook draft = book(fact).people(expert("ana", "heat", TWO_A_DAY)).done();

    Report report = made.week(book().done(), draft);

    assertThat(report.after().care()).isEqualTo(1);
    assertThat(report.after().nudges()).isZero();
  }

  @Test
  void whoHasLeftOrMutedTheTopicIsNotAsked() {
    made.post(1, "09:00", "varmen", Intent.QUESTION, "heat");
    RuleBook book =
        book(ask("heat", "heat"))
            .people(
                expert("ana", "heat", TWO_A_DAY),
                expert("ben", "heat", TWO_A_DAY),
                expert("cai", "heat", TWO_A_DAY))
            .done();
    made.store.write(books -> {
      books.directory().mute(new ExpertId("ana"), new TopicId("heat"), MONDAY);
      return books
          .closures()
          .begin(
              new Closures.Closure(
                  Closures.Kind.PERSON, "slack", "Uben", "", "left", MONDAY, null));
    });

    Report report = made.week(book, book);

    assertThat(report.people()).extracting(person -> person.id().id()).containsExactly("cai");
  }

  @Test
  void whoKnowsSuchPostsIsAskedBeforeOthers() {
    made.post(1, "09:00", "varmen", Intent.QUESTION, "heat");
    made.post(1, "20:00", "varmen", Intent.QUESTION, "heat");
    RuleBook book =
        book(ask("heat", "heat"))
            .people(expert("ana", "heat", new Cap(9, 90)), expert("ben", "heat", new Cap(9, 90)))
            .done();
    Knowledge ben =
        (post, topic, now) ->
            Optional.of(
                new Standings(
                    post.id(), Map.of(new ExpertId("ben"), new Standing(900, 9, "answered 9"))));
    Rules rules = HandMade.rules(book);
    Rules knowing = new Rules(book, rules.reader(), rules.router(), ben);

    Report report = new DryRun(made.store, knowing, knowing).over(MONDAY, NEXT_MONDAY);

    assertThat(after(report, "ben").all()).isEqualTo(2);
    assertThat(report.after().nudges()).isEqualTo(2);
  }

  @Test
  void resharesAndErasedPostsAreLeftOut() {
    made.post(1, "09:00", "sol", Intent.OTHER);
    MentionId erased = made.post(1, "10:00", "sol", Intent.OTHER);
    made.store.write(books -> {
      books.mentions().erase(erased, NEXT_MONDAY);
      return true;
    });
    Mention post = made.mention("sol", MONDAY);
    Mention reshare =
        new Mention(
            post.id(),
            "",
            post.conversation(),
            post.link(),
            post.author(),
            "sol",
            MentionKind.RESHARE,
            "nb",
            null,
            erased,
            post.replyWay(),
            MONDAY);
    made.keep(reshare, HandMade.reading(Intent.OTHER), MONDAY);

    Report report = made.week(book().done(), book(care("all", "text:sol")).done());

    assertThat(report.posts()).isEqualTo(1);
  }

  @Test
  void onlyPostsThatMayBeAboutAChangedTopicAreReadAnew() {
    made.post(1, "09:00", "Nye solpaneler", Intent.QUESTION);
    made.post(1, "10:00", "Noe annet", Intent.QUESTION, "heat");
    Topic panels =
        new Topic(
            new TopicId("panels"),
            Map.of("nb", "Solpanel"),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    RuleBook today =
        book(ask("heat", "heat")).people(expert("ana", "heat panels", TWO_A_DAY)).done();
    RuleBook draft =
        book(ask("panels", "panels"))
            .about(panels, topic("solar"))
            .people(expert("ana", "heat panels", TWO_A_DAY))
            .done();
    Rules fresh =
        HandMade.rules(
            draft,
            mention -> {
              assertThat(mention.text()).isEqualTo("Nye solpaneler");
              return HandMade.reading(Intent.OTHER, "panels", "solar");
            });

    Report report = new DryRun(made.store, HandMade.rules(today), fresh).over(MONDAY, NEXT_MONDAY);

    assertThat(report.anew())
        .isEqualTo(new Report.Anew(Set.of(new TopicId("panels"), new TopicId("heat")), 1, 0));
    assertThat(report.changes())
        .extracting(change -> change.to().kind())
        .containsExactlyInAnyOrder(Destination.Kind.ASK, Destination.Kind.SILENT);
  }

  @Test
  void aLongTextIsCutAndNoLetterIsHalved() {
    made.post(1, "09:00", "sol " + "x".repeat(275) + "👩‍🔬 og mer", Intent.OTHER);

    Report report = made.week(book().done(), book(care("all", "text:sol")).done());

    String text = report.changes().getFirst().examples().getFirst().text();
    assertThat(text).endsWith("x…").hasSizeLessThan(282);
  }

  @Test
  void timeThatEndsBeforeItBeginsIsRefused() {
    DryRun run = made.dryRun(book().done(), book().done());

    assertThatThrownBy(() -> run.over(NEXT_MONDAY, MONDAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be before");
  }

  @Test
  void whenTheStoreFailsSoDoesTheTrial() {
    DryRun run =
        new DryRun(new Closed(), HandMade.rules(book().done()), HandMade.rules(book().done()));

    assertThatThrownBy(() -> run.over(MONDAY, NEXT_MONDAY)).isInstanceOf(StoreException.class);
  }

  private static Nudges after(Report report, String id) {
    return person(report, id).after();
  }

  private static Person person(Report report, String id) {
    return report.people().stream()
        .filter(one -> one.id().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A store that cannot be reached. */
  private static final class Closed implements Store {
    @Override
    public <T> T write(Function<Books, T> work) {
      throw new StoreException("gone");
    }

    @Override
    public <T> T read(Function<Books, T> work) {
      throw new StoreException("gone");
    }

    @Override
    public void close() {}
  }
}
