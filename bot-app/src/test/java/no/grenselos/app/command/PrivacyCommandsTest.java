package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Setup;
import no.grenselos.expert.Colleague;
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
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.route.Lane;
import no.grenselos.route.Terms;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Store;
import no.grenselos.ticket.Ticket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code forget}, {@code export} and {@code backup} beside a service. */
class PrivacyCommandsTest {
  private static final Instant THEN = Instant.parse("2026-03-02T08:00:00Z");
  private static final Colleague ANA = new Colleague("ana", "Ana");
  private static final TopicId HEAT = new TopicId("heat");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeConfig() throws IOException {
    write(
        "grenselos.yml",
        """
        company: Fjordbygg
        fallback-channel: "#press"
        time-zone: Europe/Oslo
        store: {sqlite: {file: %s}}
        """
            .formatted(folder.resolve("store.db")));
    write(
        "experts.yml",
        """
        experts:
          - {id: ana, name: Ana, slack: U01, topics: [heat]}
        teams:
          - {id: press, name: Press, channel: "#press"}
        """);
    write("topics/heat.yml", "id: heat\nname: {en: Heat}\nphrases: [heat pump]\n");
    write(
        "routes.yml",
        """
        routes:
          - {name: troll, when: "author:@troll", drop: legal}
          - {name: heat, topic: heat, lane: expert}
        """);
    inStore(books -> {
      posted(books, "1", "kari", "Kari Nes", "Does the heat pump howl at night over there?");
      posted(books, "2", "troll", "T Roll", "Heat pumps are a plot of the rich");
      return true;
    });
  }

  @Test
  void aDryRunSaysWhatWouldGoAndChangesNothing() {
    assertThat(run("forget", "--author", "mastodon:@kari", "--dry-run")).isZero();

    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            "Would erase 1 posts by mastodon:@kari. Nothing has changed.\n");
    assertThat(erased("1")).isFalse();
  }

  @Test
  void whatIsForgottenIsGoneAndNamedNowhere() {
    assertThat(run("forget", "--author", "mastodon:@Kari")).isZero();

    assertThat(erased("1")).isTrue();
    assertThat(erased("2")).isFalse();
    assertThat(inStore(books -> books.audit().latest(99)).toString())
        .contains("author.forgotten", "1 posts")
        .doesNotContain("kari", "Kari");
    assertThat(run("forget", "--author", "mastodon:@kari")).isEqualTo(1);
    assertThat(out.toString()).contains("Nothing is kept of mastodon:@kari.");
  }

  @Test
  void filesThatNameThemArePointedOutAndLeftAlone() throws IOException {
    String before = Files.readString(folder.resolve("config/routes.yml"));

    assertThat(run("forget", "--author", "mastodon:@troll")).isZero();

    assertThat(out.toString()).contains("routes.yml:2 names them. The file is yours");
    assertThat(Files.readString(folder.resolve("config/routes.yml"))).isEqualTo(before);
  }

  @Test
  void anExportIsReadAndNeverOverwritten() throws IOException {
    Path file = folder.resolve("kari.json");

    assertThat(run("export", "--author", "mastodon:@kari", "--to", file.toString())).isZero();

    assertThat(Files.readString(file))
        .contains(
            "\"kept by\" : \"Fjordbygg\"",
            "Does the heat pump howl at night over there?",
            "\"topics\" : [ \"Heat\" ]",
            "Try the rubber feet.")
        .doesNotContain("plot of the rich", "Ana");
    assertThat(run("export", "--author", "mastodon:@kari", "--to", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("is there already");
    assertThat(run("export", "--author", "mastodon:@nobody")).isEqualTo(1);
  }

  @Test
  void aNameThatCannotBeReadSaysHowToWriteIt() {
    assertThat(run("export", "--author", "kari")).isEqualTo(2);

    assertThat(err.toString()).contains("must be NETWORK:HANDLE");
  }

  @Test
  void aBackupIsACopyThatOpens() {
    Path copy = folder.resolve("copies/store.db");

    assertThat(run("backup", "--to", copy.toString())).isZero();

    assertThat(out.toString()).contains("Copied to " + copy, "whole, schema version ");
    assertThat(run("backup", "--to", copy.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("overwrites nothing");
  }

  private void posted(Books books, String id, String handle, String name, String text) {
    URI profile = URI.create("https://mastodon.example/@" + handle);
    Mention mention =
        new Mention(
            new MentionId(new Network("mastodon"), id),
            "",
            id,
            URI.create(profile + "/" + id),
            new Author(handle, name, profile, 3),
            text,
            MentionKind.POST,
            "en",
            null,
            null,
            new ReplyWay.Api(),
            THEN);
    Reading reading =
        new Reading(
            new Language("en"),
            Intent.QUESTION,
            0.9,
            Severity.NORMAL,
            List.of(),
            List.of(new no.grenselos.reading.TopicScore(HEAT, 0.9, List.of())),
            null);
    Terms terms = new Terms("#press", null, null, java.time.Duration.ofMinutes(30));
    Because because = new Because(List.of("heat"), 1, List.of());
    boolean unused =
        books.mentions().add(mention, reading, new Decision.Ask(HEAT, terms, because), THEN);
    Ticket ticket =
        books
            .tickets()
            .open(
                new Ticket.Draft(mention.id(), Lane.EXPERT, HEAT, terms, because, THEN, null, null))
            .orElseThrow();
    books.answers().write(ticket.id(), ANA, "Try the rubber feet.", THEN);
  }

  private boolean erased(String id) {
    MentionId mention = new MentionId(new Network("mastodon"), id);
    return inStore(b -> b.mentions().find(mention).map(MentionLog.Logged::erased)).orElseThrow();
  }

  private <T> T inStore(Function<Books, T> work) {
    Setup setup = Setup.of(files(), entry -> {});
    Configuration configuration = Configuration.read(files(), 1, setup.providers().known());
    try (Store store = setup.openStore(configuration.app())) {
      return store.write(work);
    }
  }

  private ConfigFiles files() {
    return ConfigFiles.read(folder.resolve("config"));
  }

  private int run(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = folder.resolve("config").toString();
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("config").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
