package no.grenselos.forecast;

import static no.grenselos.forecast.HandMade.MONDAY;
import static no.grenselos.forecast.HandMade.NEXT_MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.forecast.Report.Change;
import no.grenselos.forecast.Report.Nudges;
import no.grenselos.forecast.Report.Totals;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Reading;
import no.grenselos.route.Decision;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;
import no.grenselos.route.match.MadeUp;
import no.grenselos.route.query.QueryReader;
import no.grenselos.store.MentionLog.Mark;
import no.grenselos.store.MentionLog.Received;
import no.grenselos.work.Rules;

class DryRunPropertyTest {
  private static final int POSTS = 30;

  @Property(tries = 15)
  void aDraftLikeTodayChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    HandMade made = made(random);
    RuleBook book = book(random);

    Report report = made.week(book, book);

    assertThat(report.changed()).isZero();
    assertThat(report.changes()).isEmpty();
    assertThat(report.after()).isEqualTo(report.before());
    assertThat(report.people()).allSatisfy(one -> assertThat(one.after()).isEqualTo(one.before()));
    assertThat(report.complaints().lost() + report.complaints().gained()).isZero();
  }

  @Property(tries = 15)
  void whatEachPersonGetsAddsUpToAllThatIsSent(@ForAll long seed) {
    Random random = new Random(seed);
    HandMade made = made(random);
    RuleBook today = book(random);
    RuleBook draft = book(random);

    Report report = made.week(today, draft);

    adds(report.before(), report.people().stream().map(Report.Person::before).toList());
    adds(report.after(), report.people().stream().map(Report.Person::after).toList());
    assertThat(report.changes().stream().mapToInt(Change::posts).sum() + report.further())
        .isEqualTo(report.changed());
    assertThat(report.before().nudges() + report.before().waiting() + report.before().nobody())
        .isEqualTo(asked(made, today));
    assertThat(report.after().nudges() + report.after().waiting() + report.after().nobody())
        .isEqualTo(asked(made, draft));
  }

  private static void adds(Totals totals, List<Nudges> nudges) {
    assertThat(nudges.stream().mapToInt(Nudges::all).sum()).isEqualTo(totals.nudges());
    assertThat(nudges)
        .allSatisfy(one ->
            assertThat(one.weeks().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(one.all()));
    int late = nudges.stream().mapToInt(one -> one.all() - one.atOnce()).sum();
    assertThat(late).isLessThanOrEqualTo(totals.forHours() + totals.forCap() + totals.held());
  }

  @Property(tries = 15)
  void nobodyIsInterruptedAboveTheirCap(@ForAll long seed) {
    Random random = new Random(seed);
    HandMade made = made(random);
    RuleBook book = book(random);

    Report report = made.week(book, book);

    for (Expert expert : book.experts()) {
      report.people().stream()
          .filter(one -> one.id().equals(expert.id()))
          .forEach(
              one -> assertThat(one.after().highest()).isLessThanOrEqualTo(expert.cap().week()));
    }
  }

  @Property(tries = 15)
  void everyPostGoesWhereTheRouterExplainsThatItGoes(@ForAll long seed) {
    Random random = new Random(seed);
    HandMade made = made(random);
    RuleBook today = book(random);
    RuleBook draft = book(random);
    Rules old = HandMade.rules(today);
    Rules fresh = HandMade.rules(draft);
    Map<List<Destination>, Integer> expected = new HashMap<>();
    for (Received post : posts(made)) {
      Destination from = Destination.of(explained(old, post));
      Destination to = Destination.of(explained(fresh, post));
      if (!from.equals(to)) expected.merge(List.of(from, to), 1, Integer::sum);
    }

    Report report = new DryRun(made.store, old, fresh, 7).over(MONDAY, NEXT_MONDAY);

    Map<List<Destination>, Integer> found = new HashMap<>();
    for (Change change : report.changes()) {
      found.put(List.of(change.from(), change.to()), change.posts());
    }
    assertThat(found).isEqualTo(expected);
    assertThat(report.posts()).isEqualTo(POSTS);
  }

  private static Decision explained(Rules rules, Received post) {
    return rules.router().explain(post.mention(), post.reading(), post.at()).decision();
  }

  private static int asked(HandMade made, RuleBook book) {
    Rules rules = HandMade.rules(book);
    int asked = 0;
    for (Received post : posts(made)) {
      Decision decision = explained(rules, post);
      while (decision instanceof Decision.Hold hold) {
        decision = rules.router().explain(post.mention(), post.reading(), hold.until()).decision();
      }
      if (decision.asked().isPresent()) asked++;
    }
    return asked;
  }

  private static List<Received> posts(HandMade made) {
    return made.store
        .read(books -> books.mentions().received(Mark.from(MONDAY), NEXT_MONDAY, 1_000))
        .posts();
  }

  private static HandMade made(Random random) {
    HandMade made = new HandMade();
    MadeUp madeUp = new MadeUp(random);
    for (int i = 0; i < POSTS; i++) {
      Instant at = MONDAY.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)));
      Mention text = madeUp.mention();
      Mention named = made.mention(text.text(), at);
      Mention post =
          new Mention(
              named.id(),
              "",
              named.conversation(),
              named.link(),
              new Author(text.author().handle(), "", null, text.author().followers()),
              text.text(),
              named.kind(),
              "",
              null,
              null,
              named.replyWay(),
              at);
      Reading reading = madeUp.reading();
      made.keep(post, reading, at);
    }
    return made;
  }

  private static RuleBook book(Random random) {
    MadeUp madeUp = new MadeUp(random);
    List<Route> routes = new ArrayList<>();
    while (routes.size() < 8) {
      String when = madeUp.query();
      if (!QueryReader.read(when, Set.of()).problems().isEmpty()) continue;
      routes.add(route("r" + routes.size(), when, random));
    }
    HandMade.Book book = HandMade.book(routes.toArray(Route[]::new));
    for (int i = 0; i < 2; i++) {
      String when = madeUp.query();
      if (!QueryReader.read(when, Set.of()).problems().isEmpty()) continue;
      Instant until = MONDAY.plus(Duration.ofHours(random.nextInt(200)));
      book = book.silence(when, until, random.nextBoolean());
    }
    return book.about(HandMade.topic("heat-pumps"), HandMade.topic("solar"))
        .people(
            HandMade.expert("ana", "heat-pumps", cap(random)),
            HandMade.expert("ben", "heat-pumps solar", cap(random)),
            HandMade.expert("cai", random.nextBoolean() ? "solar" : "", cap(random)))
        .done();
  }

  private static Cap cap(Random random) {
    return new Cap(random.nextInt(3), random.nextInt(6));
  }

  private static Route route(String name, String when, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> HandMade.route(name, when, null, null, "not for us", false);
      case 1 -> HandMade.route(name, when, null, Lane.CARE, null, true);
      case 2 -> HandMade.route(name, when, null, Lane.CARE, null, false);
      case 3 -> HandMade.route(name, null, "heat-pumps", Lane.EXPERT, null, false);
      case 4 -> HandMade.route(name, when, "solar", Lane.BOTH, null, random.nextBoolean());
      default -> HandMade.route(name, when, null, Lane.EXPERT, null, false);
    };
  }
}
