package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.config.RuleBookFiles;
import no.grenselos.app.wiring.Setup;
import no.grenselos.mention.Author;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.mention.ReplyWay;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Language;
import no.grenselos.reading.Reading;
import no.grenselos.reading.Severity;
import no.grenselos.reading.TopicId;
import no.grenselos.reading.TopicScore;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.store.Books;
import no.grenselos.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunCommandTest {
  private static final String CARE =
      "routes:\n  - {name: bills, when: \"text:regning\", lane: care, channel: \"#press\"}\n"
          + "  - {name: heat, topic: heat, lane: expert}\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeConfig() throws IOException {
    write(
        "grenselos.yml",
        "company: Fjordbygg\nfallback-channel: \"#press\"\nencoder: none\nstore: {sqlite: {file: \""
            + folder.resolve("kept.db")
            + "\"}}\n");
    write(
        "experts.yml",
        """
        experts:
          - id: ana
            name: Ana Moen
            slack: U01
            topics: [heat]
            cap: {day: 9, week: 50}
            hours: {days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "23:59"}
        teams:
          - {id: press, name: Press, channel: "#press"}
        """);
    write("topics/heat.yml", "id: heat\nname: {en: Heat}\nphrases: [heat pump]\n");
    write("routes.yml", "routes:\n  - {name: heat, topic: heat, lane: expert}\n");
  }

  @Test
  void aDraftIsTriedOnWhatIsKept() throws IOException {
    keep(4);
    write("routes.yml", CARE);

    int code = run("--days", "30");

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .contains("The draft beside revision 1, on 4 posts that came from ")
        .contains("4 posts would go elsewhere.")
        .contains("      4  ask an expert on heat   by heat")
        .contains("      -> #press   by bills")
        .contains("mastodon:3  \"regning 3 [2J\"")
        .contains("an expert is asked                                 4       0")
        .contains("Ana Moen")
        .contains("Not tried: passes");
    assertThat(code).isZero();
  }

  @Test
  void aFileTakesThePlaceOfTheRoutesAndTheReportIsJson() throws IOException {
    keep(2);
    Path draft = folder.resolve("elsewhere").resolve("my-routes.yml");
    Files.createDirectories(draft.getParent());
    Files.writeString(draft, CARE);

    int code = run("--json", "--rules", draft.toString());

    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.path("posts").asInt()).isEqualTo(2);
    assertThat(report.path("changes").path(0).path("to").path("channel").asText())
        .isEqualTo("#press");
    assertThat(report.path("people").path(0).path("before").path("all").asInt()).isEqualTo(2);
    assertThat(report.path("not_tried").size()).isEqualTo(4);
    assertThat(code).isZero();
  }

  @Test
  void aFolderIsADraftToo() throws IOException {
    keep(2);

    int code = run("--json", "--rules", folder.toString());

    assertThat(new ObjectMapper().readTree(out.toString()).path("changed").asInt()).isZero();
    assertThat(code).isZero();
  }

  @Test
  void aDraftWithProblemsEndsWithOneAndAllOfThem() throws IOException {
    keep(1);
    Path draft = folder.resolve("draft.txt");
    Files.writeString(draft, "routes:\n  - {name: heat, topic: haet, lane: exprt}\n");

    int code = run("--rules", draft.toString());

    assertThat(err.toString())
        .contains("routes[0].topic: \"haet\" is unknown")
        .contains("routes[0].lane: \"exprt\" is unknown");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void whatCannotBeRunEndsWithTwo() {
    assertThat(run("--days", "0")).isEqualTo(2);
    assertThat(run("--rules", "nowhere/at/all")).isEqualTo(2);
    assertThat(err.toString()).contains("--days must be 1 to 366").contains("neither a folder");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("the store has no rules yet");
  }

  @Test
  void theBenchSaysItsFiguresOnTheLastLine() throws IOException {
    int code =
        RootCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute("bench", "dry-run", "--posts", "200", "--routes", "60");

    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.path("posts").asInt()).isEqualTo(200);
    assertThat(line.path("routes").asInt()).isEqualTo(60);
    assertThat(line.path("seconds").asDouble()).isPositive();
    assertThat(line.path("rss_mb").asInt()).isPositive();
    assertThat(code).isZero();
  }

  /** The files as revision 1, and posts of the last hours. */
  private void keep(int posts) {
    Setup setup = Setup.of(ConfigFiles.read(folder), entry -> {});
    Configuration configuration = Configuration.read(setup.files(), 1, setup.providers().known());
    configuration.refuseIfBroken();
    Instant now = Instant.now();
    // never in the one minute of the day in which nobody works
    Instant half = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30));
    try (Store store = setup.openStore(configuration.app())) {
      store.write(books -> {
        for (int i = 0; i < posts; i++) keep(books, i, half.minus(Duration.ofHours(3 + i)));
        return books.ruleBooks().add(RuleBookFiles.source(1, setup.files(), "first start", now));
      });
    }
  }

  private static void keep(Books books, int number, Instant at) {
    String id = Integer.toString(number);
    Mention mention =
        new Mention(
            new MentionId(new Network("mastodon"), id),
            "",
            id,
            URI.create("https://social.example/" + id),
            new Author("kari", "Kari", null, 120),
            "regning " + number + " \u001b[2J",
            MentionKind.POST,
            "nb",
            null,
            null,
            new ReplyWay.Api(),
            at);
    Reading reading =
        new Reading(
            new Language("nb"),
            Intent.QUESTION,
            0.7,
            Severity.NORMAL,
            List.of(),
            List.of(new TopicScore(new TopicId("heat"), 0.9, List.of())),
            null);
    Decision then = new Decision.Drop("then", new Because(List.of(), 1, List.of()));
    books.mentions().add(mention, reading, then, at);
  }

  private int run(String... options) {
    String[] args = Arrays.copyOf(options, options.length + 2);
    args[options.length] = "--config";
    args[options.length + 1] = folder.toString();
    String[] all = new String[args.length + 1];
    all[0] = "dry-run";
    System.arraycopy(args, 0, all, 1, args.length);
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
