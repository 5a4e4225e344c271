package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandsTest {
  private static final String ROUTES =
      """
      routes:
        # who knows
        - name: heat
          topic: heat
          lane: expert

        - name: rest
          when: text:avis
          lane: care
      """;

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
        store: {sqlite: {file: "%s"}}
        """
            .formatted(folder.resolve("data/test.db")));
    write(
        "experts.yml",
        """
        experts:
          - {id: ana, name: Ana, slack: U01, topics: [heat]}
        teams:
          - {id: press, name: Press, channel: "#press"}
        """);
    write("topics/heat.yml", "id: heat\nname: {en: Heat}\nphrases: [heat pump]\n");
    write("routes.yml", ROUTES);
    write(
        "routes-test.yml",
        "cases:\n  - {name: howling, post: my heat pump howls, expect: {lane: expert}}\n");
    assertThat(run("rules", "push", "--why", "first")).isZero();
  }

  @Test
  void whatIsPushedIsInTheHistoryWithWhoAndWhy() throws IOException {
    write("routes.yml", ROUTES.replace("expert", "both"));

    assertThat(run("rules", "push", "--why", "care wants it too")).isZero();
    assertThat(out.toString()).contains("Revision 2 is in force");
    assertThat(read(".revision")).isEqualTo("2\n");
    assertThat(run("rules", "history")).isZero();
    assertThat(lines())
        .satisfiesExactly(
            newest -> assertThat(newest).contains("    2  ", "shell:", "care wants it too"),
            oldest -> assertThat(oldest).contains("    1  ", "first"));
    assertThat(run("rules", "history", "--diff", "2")).isZero();
    assertThat(lines()).contains("  -     lane: expert", "  +     lane: both");
    assertThat(run("rules", "history", "--json", "--most", "1")).isZero();
    assertThat(out.toString()).startsWith("{\"revision\":2,").endsWith("too\"}\n");
  }

  @Test
  void pushingTheSameAgainChangesNothing() {
    assertThat(run("rules", "push", "--why", "again")).isZero();
    assertThat(out.toString()).contains("Nothing to do: revision 1 says that already.");
  }

  @Test
  void fiftyMistakesAreFiftyProblemsAndNothingChanges() throws IOException {
    StringBuilder routes = new StringBuilder("routes:\n");
    for (int i = 0; i < 50; i++) {
      routes.append("  - {name: r%d, topic: heat, lane: exprt}\n".formatted(i));
    }
    write("routes.yml", routes.toString());

    assertThat(run("rules", "push", "--why", "oops")).isEqualTo(1);

    assertThat(err.toString().lines())
        .hasSize(51)
        .filteredOn(line -> line.contains("lane: \"exprt\" is unknown"))
        .hasSize(50);
    assertThat(err.toString())
        .contains("routes.yml:2 routes[0].lane")
        .contains("50 problems. Nothing was changed.");
    run("rules", "history");
    assertThat(lines()).hasSize(1);
  }

  @Test
  void whoWasFasterOnTheSameLinesIsShownAndNothingChanges() throws IOException {
    Path other = folder.resolve("other");
    assertThat(run("rules", "pull", "--to", other.toString())).isZero();
    write("routes.yml", ROUTES.replace("lane: expert", "lane: care"));
    assertThat(run("rules", "push", "--why", "faster")).isZero();
    Files.writeString(other.resolve("routes.yml"), ROUTES.replace("lane: expert", "lane: both"));

    int code = runIn(other, "rules", "push", "--why", "slower");

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("Revision 2 by shell:", "  +     lane: care", "Yours:", "  +     lane: both")
        .contains("Nothing was changed.");
    run("rules", "history");
    assertThat(lines()).hasSize(2);
    assertThat(runIn(other, "rules", "push", "--why", "x", "--json")).isEqualTo(1);
    assertThat(out.toString()).startsWith("{\"outcome\":\"overtaken\",\"newest\":{\"revision\":2");
  }

  @Test
  void changesOfDifferentEntriesGoTogetherAndComeIntoTheFiles() throws IOException {
    Path other = folder.resolve("other");
    run("rules", "pull", "--to", other.toString());
    write("routes.yml", ROUTES.replace("lane: expert", "lane: both"));
    run("rules", "push", "--why", "faster");
    Files.writeString(
        other.resolve("routes.yml"), ROUTES.replace("text:avis", "text:(avis OR radio)"));

    assertThat(runIn(other, "rules", "push", "--why", "slower")).isZero();

    assertThat(out.toString()).contains("Revision 3 is in force", "what others changed");
    assertThat(Files.readString(other.resolve("routes.yml")))
        .isEqualTo(
            ROUTES
                .replace("lane: expert", "lane: both")
                .replace("text:avis", "text:(avis OR radio)"));
  }

  @Test
  void pullRefusesToOverwriteWhatNoRevisionHas() throws IOException {
    write("routes.yml", ROUTES.replace("expert", "both"));
    run("rules", "push", "--why", "second");
    write("routes.yml", ROUTES + "\n# mine alone\n");

    assertThat(run("rules", "pull")).isEqualTo(1);
    assertThat(err.toString()).contains("routes.yml differs", "Nothing was changed");
    assertThat(read("routes.yml")).contains("mine alone");

    assertThat(run("rules", "pull", "--force")).isZero();
    assertThat(read("routes.yml")).isEqualTo(ROUTES.replace("expert", "both"));
  }

  @Test
  void pullBringsWhatOthersChangedAndAnyRevision() throws IOException {
    write("topics/solar.yml", "id: solar\nname: {en: Sun}\nphrases: [solar panel]\n");
    write("experts.yml", read("experts.yml").replace("[heat]", "[heat, solar]"));
    run("rules", "push", "--why", "sun");

    assertThat(run("rules", "pull", "--revision", "1")).isZero();

    assertThat(out.toString()).contains("topics/solar.yml (removed)", "has revision 1");
    assertThat(folder.resolve("topics/solar.yml")).doesNotExist();
    assertThat(read(".revision")).isEqualTo("1\n");
    assertThat(run("rules", "pull", "--revision", "7")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no revision 7.");
  }

  @Test
  void revertBringsAnEarlierRevisionBack() throws IOException {
    write("routes.yml", ROUTES.replace("expert", "both"));
    run("rules", "push", "--why", "loud");

    assertThat(run("rules", "revert", "1", "--why", "too loud")).isZero();
    assertThat(out.toString()).contains("Revision 3 is in force");
    run("rules", "pull");
    assertThat(read("routes.yml")).isEqualTo(ROUTES);
    assertThat(run("rules", "revert", "9", "--why", "x")).isEqualTo(1);
    assertThat(run("rules", "revert", "1")).as("without why").isEqualTo(2);
  }

  @Test
  void theSuiteRunsOnARevisionToo() throws IOException {
    write("routes.yml", ROUTES.replace("expert", "care"));

    assertThat(run("rules", "test")).isEqualTo(1);
    assertThat(out.toString()).contains("howling: lane is care, not expert");
    assertThat(run("rules", "test", "--revision", "1")).isZero();
    assertThat(out.toString()).contains("cases: 1, failed: 0");
    assertThat(run("rules", "test", "--json")).isEqualTo(1);
    assertThat(out.toString()).startsWith("{\"cases\":1,\"failed\":1,\"failures\":[{\"place\":");
  }

  @Test
  void everyPartHasItsExamples() {
    for (String part : new String[] {"pull", "push", "history", "revert", "test"}) {
      out.getBuffer().setLength(0);
      RootCommand.commandLine().setOut(new PrintWriter(out, true)).execute("rules", part, "--help");
      assertThat(out.toString()).contains("Example", "grenselos rules " + part);
    }
  }

  private String[] lines() {
    return out.toString().lines().toArray(String[]::new);
  }

  private int run(String... command) {
    return runIn(folder, command);
  }

  private int runIn(Path config, String... command) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] args = Arrays.copyOf(command, command.length + 2);
    args[command.length] = "--config";
    args[command.length + 1] = config.toString();
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
