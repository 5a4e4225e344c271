package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.playground.network.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demo --once}, looked at from the playground. */
class DemoTest {
  private static final StringWriter OUT = new StringWriter();

  private static Running running;
  private static Rehearsal.Report report;

  @BeforeAll
  static void rehearse(@TempDir Path temp) throws Exception {
    Demo.Plan plan =
        new Demo.Plan(
            ConfigFiles.read(Path.of("../config")),
            BriskFeeds.providers(),
            temp.resolve("grenselos.db"),
            0,
            DemoClock.first(),
            Duration.ofSeconds(5),
            network -> List.of(DemoFiles.mastodon(network, "lyngheia", "lyngheiakraft")),
            Demo.Outward.PLAYGROUND);
    DemoScript script = DemoScript.load();
    running = Running.open(plan, script, new PrintWriter(OUT, true));
    running.greet(Duration.ofSeconds(5));
    report = new Rehearsal(running.demo(), script).run();
    report.print(new PrintWriter(OUT, true));
  }

  @AfterAll
  static void close() {
    if (running != null) running.close();
  }

  @Test
  void everyFactHolds() {
    assertThat(report.wrong()).isEmpty();
  }

  @Test
  void lastLineIsTheFiguresAsJson() throws Exception {
    JsonNode json = new ObjectMapper().readTree(OUT.toString().lines().toList().getLast());

    assertThat(json.properties().stream().map(entry -> entry.getKey()))
        .containsExactly(
            "mentions",
            "tickets",
            "nudges",
            "claims",
            "passes",
            "answers",
            "dropped",
            "duplicates",
            "p50_ms",
            "p99_ms");
    for (String key : List.of("mentions", "tickets", "nudges", "claims", "passes", "answers")) {
      assertThat(json.path(key).asInt()).as(key).isPositive();
    }
  }

  @Test
  void everyNudgeIsShownExactlyOnce() {
    assertThat(Facts.cards(world()).values()).containsOnly(1);
    assertThat(Facts.cards(world()))
        .hasSize(
            report.figures().count("nudge.delivered")
                + report.figures().count("card.delivered")
                + report.figures().count("board.delivered")
                + revisionsTold());
  }

  /** A post that is erased makes a revision of the rules where one was taught by it. */
  private static int revisionsTold() {
    return running
        .demo()
        .grenselos()
        .store()
        .read(books -> books.placements().ofKind("revision", Instant.EPOCH, 100))
        .size();
  }

  @Test
  void answersStandUnderThePostsOutside() {
    long published =
        world().network().statuses().stream()
            .filter(status -> status.account().acct().equals(world().company()))
            .filter(status -> status.place().inReplyTo() != null)
            .filter(status ->
                DemoScript.load().deeds().stream()
                    .noneMatch(deed -> deed.text().equals(status.text())))
            .count();

    assertThat(published).isPositive().isEqualTo(report.figures().count("answer.published"));
  }

  @Test
  void hostilePostsAlertNobody() {
    List<Status> hostile =
        world().network().statuses().stream()
            .filter(status -> status.text().contains("<!channel>"))
            .toList();

    assertThat(hostile).isNotEmpty();
    assertThat(world().slack().posts()).noneMatch(Facts::alerts);
    assertThat(world().slack().refusals()).isEmpty();
  }

  @Test
  void whatIsDroppedIsExplained() {
    List<String> dropped =
        OUT.toString().lines().filter(line -> line.contains("  dropped  ")).toList();

    assertThat(dropped).hasSizeGreaterThan(20).allMatch(line -> line.contains("nobody: "));
  }

  @Test
  void peopleAlsoPassWaitAndGiveBack() {
    for (String what : List.of("nudge.passed", "nudge.later", "nudge.lapsed", "ticket.released")) {
      assertThat(report.figures().count(what)).as(what).isPositive();
    }
  }

  private static World world() {
    return running.demo().world();
  }
}
