package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Setup;
import no.grenselos.expert.ExpertId;
import no.grenselos.lesson.Lesson;
import no.grenselos.lesson.Lesson.Kind;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {
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
    write("routes.yml", "routes:\n  - {name: heat, topic: heat, lane: expert}\n");
  }

  @Test
  void lessonsAreListedNewestFirst() {
    teach(Kind.CLAIMED, null);
    teach(Kind.NAMED, new ExpertId("ben"));

    assertThat(run("learn")).isZero();

    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
                  2   2026-03-02 09:00  ana named ben, heat, mastodon:1
                  1   2026-03-02 09:00  ana claimed, heat, mastodon:1
            """);
  }

  @Test
  void anEmptyLogSaysSo() {
    assertThat(run("learn", "--most", "5")).isZero();
    assertThat(out.toString()).contains("Nobody has taught anything yet.");
  }

  @Test
  void aLessonIsTakenBackOnce() {
    teach(Kind.MORE_LIKE_THIS, null);

    assertThat(run("learn", "--undo", "1")).isZero();
    assertThat(out.toString())
        .contains("Lesson 1 counts no more: ana wants more like this, heat, mastodon:1");
    assertThat(run("learn", "--undo", "1")).isEqualTo(1);
    assertThat(err.toString()).contains("Lesson 1 counts no more already: ana wants more");
    assertThat(run("learn", "--undo", "2")).isEqualTo(1);
    assertThat(err.toString()).contains("Lesson 2 cannot be taken back");

    out.getBuffer().setLength(0);
    run("learn", "--most", "2");
    assertThat(out.toString()).contains("(1)").contains(" took back 1, heat, mastodon:1");
  }

  @Test
  void whatIsNotThereCannotBeTakenBack() {
    assertThat(run("learn", "--undo", "7")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no lesson 7.");
    assertThat(run("learn", "--most", "0")).isEqualTo(2);
  }

  @Test
  void aRebuildSaysTheSameStateEachTimeAndAnotherAfterALesson() {
    assertThat(run("learn", "--rebuild")).isZero();
    String before = out.toString();
    teach(Kind.CLAIMED, null);
    out.getBuffer().setLength(0);
    run("learn", "--rebuild");
    String after = out.toString();
    out.getBuffer().setLength(0);
    run("learn", "--rebuild");

    assertThat(before).contains("learning: 0 lessons count, up to 0; state ");
    assertThat(after).contains("learning: 1 lessons count, up to 1; state ");
    assertThat(out.toString()).isEqualTo(after);
    assertThat(run("learn", "--rebuild", "--undo", "1")).isEqualTo(2);
  }

  private void teach(Kind kind, @Nullable ExpertId named) {
    Setup setup = Setup.of(ConfigFiles.read(folder, "config"), entry -> {});
    Configuration configuration = Configuration.read(setup.files(), 1, setup.providers().known());
    Lesson lesson =
        new Lesson(
            kind,
            MentionId.parse("mastodon:1"),
            new TopicId("heat"),
            new ExpertId("ana"),
            named,
            "ana",
            "",
            "e",
            null,
            Instant.parse("2026-03-02T08:00:00Z"));
    try (Store store = setup.openStore(configuration.app())) {
      store.write(books -> books.lessons().add(lesson));
    }
  }

  private int run(String... command) {
    String[] args = Arrays.copyOf(command, command.length + 2);
    args[command.length] = "--config";
    args[command.length + 1] = folder.toString();
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
