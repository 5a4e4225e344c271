package no.grenselos.app.demo;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.demo.DemoScript.Person;
import no.grenselos.playground.network.Status;
import no.grenselos.playground.slack.workspace.Shown;

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

  private StoryHouse(Path folder) {
    Demo.Plan plan =
        new Demo.Plan(
            inEnglish(ConfigFiles.read(Path.of("../config"))),
            BriskFeeds.providers(),
            folder.resolve("grenselos.db"),
            0,
            clock,
            OFFER,
            network -> List.of(DemoFiles.mastodon(network, "lyngheia")),
            Demo.Outward.PLAYGROUND);
    DemoScript people = new DemoScript(outside(), List.of(), DemoScript.load().answers());
    running = Running.open(plan, people, new PrintWriter(Writer.nullWriter()));
    running.greet(OFFER);
  }

  static StoryHouse open(Path folder) {
    return new StoryHouse(folder);
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

  void pass(Duration time) {
    clock.jump(time);
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
    return world().slack().posts().stream()
        .filter(shown -> shown.kind() == Shown.Kind.POSTED && shown.channel().startsWith("D"))
        .filter(shown -> shown.message().path("blocks").toString().contains(words))
        .map(shown -> "U" + shown.channel().substring(1))
        .toList();
  }

  /** Whoever is asked about a post first; waits for it. */
  String firstAsked(String words) throws InterruptedException {
    boolean came = world().slack().await(slack -> !asked(words).isEmpty(), Chromium.LONGEST);
    if (!came) throw new AssertionError("nobody was asked about: " + words);
    return asked(words).getFirst();
  }

  @Override
  public void close() {
    running.close();
  }
}
