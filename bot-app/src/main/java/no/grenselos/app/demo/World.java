package no.grenselos.app.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import no.grenselos.playground.Playground;
import no.grenselos.playground.PlaygroundOptions;
import no.grenselos.playground.network.Account;
import no.grenselos.playground.network.Network;
import no.grenselos.playground.network.http.NetworkPart;
import no.grenselos.playground.slack.PlaySlack;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.stage.Part;
import no.grenselos.playground.teams.PlayTeams;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.TeamsSeed;
import no.grenselos.route.RuleBook;

/** The playground, peopled: outside the script's accounts, inside the staff of the rule book. */
final class World implements AutoCloseable {
  /** The demo asks more often than an application may ask a real server. */
  private static final int REQUESTS = 1_000_000;

  /** Who is told to slow down may go on when it ends; in Mastodon's own it takes five minutes. */
  private static final Duration WINDOW = Duration.ofSeconds(3);

  private static final int TRIES = 4;

  /** After a failure the application looks for Microsoft's keys again no sooner than in 10 s. */
  private static final Duration TO_LEARN = Duration.ofSeconds(12);

  private final Playground playground;
  private final String company;
  private final RuleBook book;
  private final Houses houses;

  private World(Playground playground, String company, RuleBook book, Houses houses) {
    this.playground = playground;
    this.company = company;
    this.book = book;
    this.houses = houses;
  }

  /** As the other, in Slack. */
  static World open(DemoScript script, RuleBook book, String company, Clock clock, int port) {
    return open(script, book, company, new PlaygroundOptions(port, clock, List.of()), Houses.SLACK);
  }

  /**
   * @param book whose people and channels are in those houses
   * @param company the house's own account on the network
   * @param options whose port and clock are taken
   */
  static World open(
      DemoScript script, RuleBook book, String company, PlaygroundOptions options, Houses houses) {
    Staffing staffing = new Staffing(book, houses.usual());
    List<Part> parts = new ArrayList<>();
    parts.add(new PlaySlack(staffing.slack()));
    parts.add(new NetworkPart(REQUESTS, WINDOW));
    // a tenant that nobody is in is not shown
    parts.add(new PlayTeams(houses.hasTeams() ? staffing.teams() : nobody()));
    Playground playground =
        Playground.start(new PlaygroundOptions(options.port(), options.clock(), parts));
    // Microsoft's kit looks at tokens' dates by the system's time
    if (houses.hasTeams()) playground.teams().signBy(Clock.systemUTC());
    World world = new World(playground, company, book, houses);
    script.people().forEach(world::join);
    return world;
  }

  private static TeamsSeed nobody() {
    return TeamsSeed.small().people(List.of()).teams(List.of()).groups(List.of());
  }

  private void join(DemoScript.Person person) {
    Account account = network().join(person.acct(), person.name(), "nb", person.followers(), false);
    network().tokens().grant(token(person.acct()), account, "read", "write");
  }

  /** What an account shows at the network's API. */
  static String token(String acct) {
    return "demo-token-of-" + acct;
  }

  Playground playground() {
    return playground;
  }

  /** What to open in a browser: the house that is played. */
  URI page() {
    return houses == Houses.TEAMS
        ? playground.page().resolve("?house=" + Houses.IN_TEAMS)
        : playground.page();
  }

  Houses houses() {
    return houses;
  }

  PlaySlack slack() {
    return playground.part(PlaySlack.class);
  }

  PlayTeams teams() {
    return playground.part(PlayTeams.class);
  }

  Network network() {
    return playground.part(NetworkPart.class).network();
  }

  String company() {
    return company;
  }

  /** What people see and can do, in each house where there are some. */
  List<Inside> inside() {
    List<Inside> inside = new ArrayList<>();
    if (houses.hasSlack()) inside.add(new SlackHands(playground.base(), slack()));
    if (houses.hasTeams()) inside.add(new TeamsHands(playground.base(), teams()));
    return inside;
  }

  /** Entries of {@code chats:}, in one line each; the first is where channels usually are. */
  List<String> chats() {
    List<String> chats = new ArrayList<>();
    if (houses.hasSlack()) {
      chats.add(
          "slack: {mode: http, api: %s}"
              .formatted(DemoFiles.quoted(playground.slackApi().toString())));
    }
    if (houses.hasTeams()) chats.add("teams: {" + teamsSettings() + "}");
    return chats;
  }

  private String teamsSettings() {
    TeamsSeed seed = teams().seed();
    URI login = teams().login();
    return "app-id: %s, tenant: %s, service-urls: [%s], service-url: %s, login: %s, open-id: %s"
            .formatted(
                DemoFiles.quoted(seed.app().appId()),
                DemoFiles.quoted(seed.tenantId()),
                DemoFiles.quoted(teams().serviceUrl().getAuthority()),
                DemoFiles.quoted(teams().serviceUrl().toString()),
                DemoFiles.quoted(login.toString()),
                DemoFiles.quoted(login.resolve("v1/.well-known/openidconfiguration").toString()))
        + ", language: %s, time-zone: %s"
            .formatted(book.house().language().getLanguage(), book.house().zone());
  }

  /** What the application must know to be let in on all sides. */
  Secrets secrets() {
    SlackApp.Secrets slack = slack().seed().app().secrets();
    Map<String, String> known = new HashMap<>();
    known.put("MASTODON_TOKEN", token(company));
    known.put("SLACK_BOT_TOKEN", slack.botToken());
    known.put("SLACK_APP_TOKEN", slack.appToken());
    known.put("SLACK_SIGNING_SECRET", slack.signingSecret());
    known.put("TEAMS_APP_PASSWORD", teams().seed().app().secret());
    return name -> Optional.ofNullable(known.get(name)).map(Secret::new);
  }

  /** Where the application listens from now on. */
  void deliverTo(URI web) {
    slack().deliverTo(web.resolve("in/slack"));
    if (houses.hasTeams()) teams().deliverTo(web.resolve("in/teams"));
  }

  /**
   * Adds the bot to the team, which is how it learns of channels, and waits until it has; once more
   * where it was too busy to listen.
   *
   * @param everybody whether each person lets it in too: where it remembers them from elsewhere
   */
  void letIn(Grenselos grenselos, boolean everybody) {
    List<TeamsPerson> people = houses.hasTeams() ? teams().seed().people() : List.of();
    if (people.isEmpty()) return;
    try {
      for (int i = 0; i < TRIES; i++) {
        teams().house().installIn(book.house().company(), people.getFirst().aadObjectId());
        if (learns(grenselos)) break;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (everybody) people.forEach(person -> teams().house().install(person.aadObjectId()));
  }

  private boolean learns(Grenselos grenselos) throws InterruptedException {
    long end = System.nanoTime() + TO_LEARN.toNanos();
    // Teams tells of it in two ways, and both are heard
    if (!teams().await(play -> play.calls("team") >= 2, TO_LEARN)) return false;
    while (!knowsChannels(grenselos)) {
      if (System.nanoTime() > end) return false;
      Thread.sleep(20);
    }
    return true;
  }

  private static boolean knowsChannels(Grenselos grenselos) {
    return grenselos.check(false).stream()
        .filter(finding -> finding.what().startsWith(Houses.IN_TEAMS))
        .allMatch(finding -> finding.fine());
  }

  @Override
  public void close() {
    playground.close();
  }
}
