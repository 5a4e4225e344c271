package no.grenselos.flow;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import no.grenselos.expert.Crm;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.Reporting;
import no.grenselos.route.Route;
import no.grenselos.route.RuleBook;

/** The time line's rules, as customer service has them: a lead, openings, a CRM, a second team. */
final class CareRules {
  static final Crm CRM =
      new Crm(
          new Crm.Link("https://crm.example/new?ref={ticket}"),
          new Crm.Webhook(URI.create("https://crm.example/hook"), "CRM_SECRET"));

  private CareRules() {}

  /** Lene leads Kundeservice, and Kommunikasjon has a team too. */
  static UnaryOperator<RuleBook> whole() {
    return book -> with(book, book.routes(), List.of(care(book), press(book)));
  }

  /** The complaint's claim lasts so long. */
  static UnaryOperator<RuleBook> claimFor(Duration time) {
    return book -> routes(book, r -> copy(r, time, r.fact(), r.approval()));
  }

  /** Care keeps complaints, and an expert is asked this. */
  static UnaryOperator<RuleBook> fact(String question) {
    return book -> routes(book, r -> copy(r, r.claimFor(), question, r.approval()));
  }

  /** What complaints serve, and what all other posts do. */
  static UnaryOperator<RuleBook> goals(Goal care, Goal others) {
    return book -> {
      List<Route> routes = new ArrayList<>(book.routes());
      routes.replaceAll(route -> serving(route, route.lane() == Lane.CARE ? care : others));
      return with(book, routes, book.teams());
    };
  }

  static Route serving(Route r, Goal goal) {
    return new Route(
        r.name(),
        r.when(),
        r.topic(),
        r.lane(),
        r.channel(),
        goal,
        r.answerWithin(),
        r.offerFor(),
        r.claimFor(),
        r.fact(),
        r.drop(),
        r.goOn(),
        r.place(),
        r.approval());
  }

  /** A company that wants to be told so. */
  static RuleBook telling(RuleBook b, Reporting reporting) {
    RuleBook.House h = b.house();
    RuleBook.House house =
        new RuleBook.House(
            h.company(),
            h.language(),
            h.zone(),
            h.accounts(),
            h.fallbackChannel(),
            h.offerFor(),
            h.daysOff(),
            h.admins(),
            h.storm(),
            reporting);
    return new RuleBook(
        b.revision() + 1, house, b.routes(), b.silences(), b.topics(), b.experts(), b.teams());
  }

  private static RuleBook routes(RuleBook book, UnaryOperator<Route> change) {
    List<Route> routes = new ArrayList<>(book.routes());
    routes.set(0, change.apply(routes.getFirst()));
    return with(book, routes, book.teams());
  }

  private static RuleBook with(RuleBook b, List<Route> routes, List<Team> teams) {
    return new RuleBook(
        b.revision() + 1, b.house(), routes, b.silences(), b.topics(), b.experts(), teams);
  }

  static Route inChannel(Route r, String channel) {
    return new Route(
        r.name(),
        r.when(),
        r.topic(),
        r.lane(),
        channel,
        r.goal(),
        r.answerWithin(),
        r.offerFor(),
        r.claimFor(),
        r.fact(),
        r.drop(),
        r.goOn(),
        r.place(),
        r.approval());
  }

  static Route copy(Route r, Duration claimFor, String fact, boolean approval) {
    return new Route(
        r.name(),
        r.when(),
        r.topic(),
        r.lane(),
        r.channel(),
        r.goal(),
        r.answerWithin(),
        r.offerFor(),
        claimFor,
        fact,
        r.drop(),
        r.goOn(),
        r.place(),
        approval);
  }

  private static Team care(RuleBook book) {
    Team team = book.teams().getFirst();
    SequencedMap<Handle, String> members = new LinkedHashMap<>();
    members.put(TimeLine.handle("ida"), "Ida Vik");
    members.put(TimeLine.handle("jon"), "Jon Berg");
    return new Team(
        team.id(),
        team.name(),
        team.channel(),
        team.hours(),
        members,
        new LinkedHashMap<>(Map.of(TimeLine.handle("lene"), "Lene Aasmo")),
        Duration.ofMinutes(30),
        Map.of("nb", "Hei, og takk for at du sier fra.", "en", "Hi, and thank you."),
        CRM);
  }

  private static Team press(RuleBook book) {
    return new Team(
        "kommunikasjon",
        "Kommunikasjon",
        "#kommunikasjon",
        book.teams().getFirst().hours(),
        Map.of(TimeLine.handle("rag"), "Ragnhild S"));
  }
}
