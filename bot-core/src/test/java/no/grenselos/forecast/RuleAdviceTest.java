package no.grenselos.forecast;

import static no.grenselos.forecast.HandMade.MONDAY;
import static no.grenselos.forecast.HandMade.NEXT_MONDAY;
import static no.grenselos.forecast.HandMade.OSLO;
import static no.grenselos.forecast.HandMade.ask;
import static no.grenselos.forecast.HandMade.at;
import static no.grenselos.forecast.HandMade.book;
import static no.grenselos.forecast.HandMade.care;
import static no.grenselos.forecast.HandMade.drop;
import static no.grenselos.forecast.HandMade.expert;
import static no.grenselos.forecast.HandMade.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.calendar.DaysOff;
import no.grenselos.calendar.Holidays;
import no.grenselos.config.ConfigProblem;
import no.grenselos.expert.Absence;
import no.grenselos.expert.Cap;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Hours;
import no.grenselos.expert.Level;
import no.grenselos.expert.Manner;
import no.grenselos.expert.Team;
import no.grenselos.reading.Intent;
import no.grenselos.route.Lane;
import no.grenselos.route.Route;
import no.grenselos.route.Router;
import no.grenselos.route.RuleBook;
import org.junit.jupiter.api.Test;

class RuleAdviceTest {
  private static final Cap CAP = new Cap(1, 3);

  @Test
  void aRouteThatAnEarlierOneSurelyTakesEverythingFromIsNamedWithIt() {
    List<ConfigProblem> advice =
        routes(
            care("wide", "text:(sol OR vind)"),
            care("other", "text:regn"),
            care("narrow", "text:sol AND network:x"));

    assertThat(advice)
        .containsExactly(
            new ConfigProblem(
                "config/routes.yml",
                6,
                "routes[2]",
                "can never decide: every post it matches is taken by \"wide\" before; move it up,"
                    + " take it away, or give that one go-on: true"));
  }

  @Test
  void ofTwoRoutesOnOneTopicTheSecondNeverDecides() {
    assertThat(routes(ask("heat", "heat"), route("h2", "text:sol", "heat", Lane.BOTH, null, false)))
        .singleElement()
        .satisfies(one -> assertThat(one.path()).isEqualTo("routes[1]"));
    assertThat(routes(ask("heat", "heat"), care("asked", "text:sol AND topic:heat"))).hasSize(1);
  }

  @Test
  void whatEverythingIsDroppedByShadowsAllThatFollows() {
    assertThat(routes(drop("all", "*:*"), care("a", "text:sol"), ask("heat", "heat"))).hasSize(2);
  }

  @Test
  void aRouteThatGoesOnTakesNothing() {
    assertThat(
            routes(
                route("wide", "text:sol", null, Lane.CARE, null, true),
                care("narrow", "text:sol AND network:x")))
        .isEmpty();
  }

  @Test
  void aRouteThatNeedsAnyTopicLetsPostsWithoutOnePass() {
    Route any = route("any", "text:sol", null, Lane.EXPERT, null, false);

    assertThat(routes(any, care("sol", "text:sol"))).isEmpty();
    assertThat(routes(any, route("heat", "text:sol", "heat", Lane.EXPERT, null, false))).hasSize(1);
  }

  @Test
  void aThousandRoutesAreLookedThroughWhileSomebodyTypes() {
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      routes.add(
          care("r" + i, "text:(a" + i + " b" + i + " c" + i % 50 + " dd" + i + "*) AND NOT e" + i));
    }
    RuleBook many = book(routes.toArray(Route[]::new)).about().done();

    assertThat(assertTimeoutPreemptively(Duration.ofMinutes(1), () -> RuleAdvice.of(many, MONDAY)))
        .isEmpty();
  }

  @Test
  void allThatIsOddAboutPeopleIsToldAtOnce() {
    Set<LocalDate> mondays = new HashSet<>();
    for (int i = 0; i < 20; i++) mondays.add(LocalDate.of(2026, 11, 16).plusWeeks(i));
    Hours none =
        new Hours(
            Set.of(DayOfWeek.MONDAY),
            LocalTime.of(8, 0),
            LocalTime.of(9, 0),
            OSLO,
            new DaysOff(Holidays.NONE, mondays, Set.of()));
    RuleBook book =
        book(ask("heat", "heat"))
            .people(
                expert("ana", "heat", new Cap(0, 3)),
                expert("ben", "heat", CAP, none),
                expert("cai", "", CAP))
            .done();

    assertThat(RuleAdvice.of(book, MONDAY))
        .extracting(ConfigProblem::toString)
        .containsExactly(
            "config/experts.yml experts[0].cap: ana is never asked: the cap is 0; level: watch"
                + " says it",
            "config/experts.yml experts[1].hours: ben does not work before 2027-04-05; name other"
                + " days",
            "config/experts.yml experts[2]: cai has no topic and is never asked; give them one, or"
                + " invite them",
            "config/topics/heat.yml: ben is the only one who knows it; name a second for when they"
                + " are away",
            "config/topics/solar.yml: nobody can be asked about it: posts about it go to the"
                + " channel; give it to somebody in experts.yml");
  }

  @Test
  void aTopicThatOnlyInvitedPeopleKnowSaysWhom() {
    Expert ana = expert("ana", "", CAP);
    Manner invited =
        new Manner(Level.POST, Set.of(HandMade.topic("heat").id()), false, null, Absence.NONE);
    Expert asked =
        new Expert(
            ana.id(),
            ana.name(),
            "",
            ana.handles(),
            Set.of(),
            Set.of(),
            ana.hours(),
            CAP,
            ana.speaks(),
            invited);
    RuleBook book = book().about(HandMade.topic("heat")).people(asked).done();

    assertThat(RuleAdvice.of(book, MONDAY))
        .singleElement()
        .satisfies(one -> assertThat(one.text()).contains("before ana says yes"));
  }

  @Test
  void aTeamOfNobodyIsTold() {
    RuleBook empty = book().about().done();
    RuleBook book =
        new RuleBook(
            1,
            empty.house(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Team("care", "Care", "#comms", Hours.usual(OSLO), Map.of())));

    assertThat(RuleAdvice.of(book, MONDAY))
        .extracting(ConfigProblem::toString)
        .containsExactly(
            "experts.yml teams[0].members: care has no members, and posts go there; name those who"
                + " may act in #comms");
  }

  @Test
  void silencesThatAreOverOrHardlyEndAreTold() {
    RuleBook book =
        book(care("sol", "text:sol"))
            .about()
            .silence("text:a", at("2026-11-15T12:00"), false)
            .silence("text:b", at("2026-12-15T12:00"), false)
            .silence("text:c", at("2027-11-17T12:00"), true)
            .done();

    assertThat(RuleAdvice.of(book, MONDAY))
        .extracting(ConfigProblem::path)
        .containsExactly("silences[0].until", "silences[2].until");
  }

  @Test
  void storedPostsShowWhatMatchesNearlyEveryPostAndWhatNeverDecides() {
    HandMade made = new HandMade();
    for (int i = 0; i < 60; i++) made.post(1, "09:00", "sol og vind", Intent.OTHER);
    for (int i = 0; i < 60; i++) made.post(2, "09:00", "regn", Intent.OTHER);
    RuleBook book =
        book(care("wind", "text:vind"), care("sun", "text:sol"), care("snow", "snø")).done();

    List<ConfigProblem> advice;
    try (Router router = HandMade.rules(book).router()) {
      advice = RuleAdvice.of(book, router, LatestPosts.in(made.store, NEXT_MONDAY));
    }

    assertThat(advice).hasSize(3);
    assertThat(advice.get(0).toString())
        .startsWith("config/routes.yml:4 routes[0].when: matches 50 % of the 120 posts");
    assertThat(advice.get(2).text())
        .startsWith("decided none of the 60 posts it matches: each had been taken by \"wind\"");
    assertThat(made.week(book, book).advice()).isEqualTo(advice);
  }

  /** What is said of routes alone. */
  private static List<ConfigProblem> routes(Route... routes) {
    return RuleAdvice.of(book(routes).about().done(), MONDAY);
  }
}
