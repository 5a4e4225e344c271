package no.grenselos.app.demo;

import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.demo.DemoScript.Person;
import no.grenselos.app.web.console.August;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.slack.workspace.Shown;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.teams.PlayTeams;
import no.grenselos.playground.teams.tenant.TeamsPerson;

/**
 * The house of {@code config/} on a Tuesday morning, as it is where everybody speaks English, and
 * the people outside who write about it.
 */
final class StoryHouse implements AutoCloseable {
  static final String COMPANY = "lyngheia";

  private static final Instant TUESDAY_AT_TEN = Instant.parse("2026-09-15T08:00:00Z");
  private static final Duration OFFER = Duration.ofMinutes(30);

  private final MovableClock clock = new MovableClock(TUESDAY_AT_TEN);
  private final Running running;

  private StoryHouse(Path folder, Houses where) {
    Demo.Plan plan =
        new Demo.Plan(
            inEnglish(ConfigFiles.read(Path.of("../config"))),
            BriskFeeds.providers(),
            folder.resolve("grenselos.db"),
            0,
            clock,
            OFFER,
            network -> List.of(DemoFiles.mastodon(network, "lyngheia")),
            Demo.Outward.PLAYGROUND,
            where);
    DemoScript people = new DemoScript(outside(), List.of(), DemoScript.load().answers());
    running = Running.open(plan, people, new PrintWriter(Writer.nullWriter()));
    running.greet(OFFER);
  }

  /**
   * @param where Slack or Teams
   */
  static StoryHouse open(Path folder, Houses where) {
    return new StoryHouse(folder, where);
  }

  private static ConfigFiles inEnglish(ConfigFiles files) {
    String main = files.texts().getOrDefault("grenselos.yml", "");
    String experts = files.texts().getOrDefault("experts.yml", "");
    return files
        .with(
            "grenselos.yml",
            main.replace("language: nb ", "language: en ").replace("posts: 10,", "posts: 5,"))
        .with("experts.yml", experts.replace("speaks: nb", "speaks: en"));
  }

  private static List<Person> outside() {
    return List.of(
        new Person(COMPANY, "Lyngheia Kraft", 8400),
        new Person("maren", "Maren Lia", 214),
        new Person("solveig", "Solveig Ask", 131),
        new Person("joost", "Joost and the van", 5120),
        new Person("furulia", "Furulia co-op", 87),
        new Person("arne", "Arne Osvik", 36));
  }

  /** The numbers of last month, as if all had been there. */
  void lastMonth() {
    boolean unused = running.demo().grenselos().store().write(books -> August.fill(books, "ben"));
  }

  void pass(Duration time) {
    clock.jump(time);
  }

  /** With the playground's own drawing of cards, whether or not Microsoft's is there. */
  URI page() {
    URI page = world().page();
    return page.getQuery() == null ? page : URI.create(page + "&cards=own");
  }

  World world() {
    return running.demo().world();
  }

  Figures figures() {
    return running.demo().figures();
  }

  /** What the house has said outside in answer to others, oldest first. */
  List<String> answers() {
    return world().network().statuses().reversed().stream()
        .filter(status -> status.account().acct().equals(COMPANY))
        .filter(status -> status.place().inReplyTo() != null)
        .map(Status::text)
        .toList();
  }

  /** Who is shown a card with these words of a post in their own messages, in that order. */
  List<String> asked(String words) {
    return inTeams() ? askedInTeams(words) : askedInSlack(words);
  }

  private List<String> askedInSlack(String words) {
    Map<String, String> names =
        world().slack().seed().users().stream()
            .collect(Collectors.toMap(user -> "D" + user.id().substring(1), SlackUser::realName));
    return world().slack().posts().stream()
        .filter(shown -> shown.kind() == Shown.Kind.POSTED && names.containsKey(shown.channel()))
        .filter(shown -> shown.message().path("blocks").toString().contains(words))
        .map(shown -> names.get(shown.channel()))
        .toList();
  }

  private List<String> askedInTeams(String words) {
    PlayTeams teams = world().teams();
    Map<String, String> names =
        teams.seed().people().stream()
            .collect(
                Collectors.toMap(
                    person -> teams.personal(person.aadObjectId()), TeamsPerson::name));
    return teams.posts().stream()
        .filter(shown ->
            shown.kind() == no.grenselos.playground.teams.tenant.Shown.Kind.POSTED
                && names.containsKey(shown.conversation()))
        .filter(shown -> shown.message().path("attachments").toString().contains(words))
        .map(shown -> names.get(shown.conversation()))
        .toList();
  }

  /** Whoever is asked about a post first; waits for it. */
  String firstAsked(String words) throws InterruptedException {
    boolean came =
        inTeams()
            ? world().teams().await(teams -> !asked(words).isEmpty(), Chromium.LONGEST)
            : world().slack().await(slack -> !asked(words).isEmpty(), Chromium.LONGEST);
    if (!came) throw new AssertionError("nobody was asked about: " + words);
    return asked(words).getFirst();
  }

  /** What the chat house refused. */
  List<String> refusals() {
    return inTeams()
        ? world().teams().refusals().stream().map(Object::toString).toList()
        : world().slack().refusals().stream()
            // a dialog that is drawn anew while it is typed in may have been sent meanwhile
            .filter(no -> !(no.method().equals("views.update") && no.error().equals("not_found")))
            .map(Object::toString)
            .toList();
  }

  /** What people saw go wrong. */
  List<String> troubles() {
    return inTeams() ? world().teams().troubles() : world().slack().troubles();
  }

  private boolean inTeams() {
    return world().houses() == Houses.TEAMS;
  }

  @Override
  public void close() {
    running.close();
  }
}
