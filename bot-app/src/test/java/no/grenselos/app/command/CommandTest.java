package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeConfig() throws IOException {
    write("grenselos.yml", "company: Fjordbygg\nfallback-channel: \"#press\"\n");
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
    write(
        "routes-test.yml",
        """
        cases:
          - {post: "my heat pump howls", author: "@kari", expect: {lane: expert, topic: heat}}
          - {post: "nice day", expect: {silent: true}}
        """);
  }

  @Test
  void routeTellsTheWayAndWhoIsAsked() {
    int code = run("route", "my heat pump howls", "--expect", "expert:ana");

    assertThat(out.toString()).contains("=> ask an expert on heat").contains("ana: ");
    assertThat(code).isZero();
  }

  @Test
  void routeThatComesOutOtherwiseEndsWithOne() {
    int code = run("route", "my heat pump howls", "--expect", "drop");

    assertThat(out.toString()).contains("NOT AS EXPECTED: no route drops it");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void anExpectationNobodyUnderstandsEndsWithTwo() {
    int code = run("route", "x", "--expect", "experts:ana");

    assertThat(err.toString()).contains("--expect \"experts:ana\" must be expert:ID");
    assertThat(code).isEqualTo(2);
  }

  @Test
  void aNetworkThatIsNoneEndsWithTwo() {
    assertThat(run("route", "x", "--network", "Not One")).isEqualTo(2);
  }

  @Test
  void parseSaysWhatAFileHoldsAndWhatWasSkipped() throws IOException {
    write(
        "answer.json",
        """
        {"data": [{"id": "2001", "author_id": "7", "text": "the heat pump howls",
            "created_at": "2026-03-01T10:00:00Z", "lang": "en"}, {"id": "x"}],
         "includes": {"users": [{"id": "7", "username": "kari_example"}]}}
        """);
    write("garbage.json", "neither this nor that");
    String answer = folder.resolve("answer.json").toString();

    int code = parse("x", answer, folder.resolve("garbage.json").toString());

    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .contains(
            "\"event\":\"posted\"",
            "\"id\":\"x:2001\"",
            "\"author\":\"kari_example\"",
            "\"kind\":\"post\"",
            "\"publishedAt\":\"2026-03-01T10:00:00Z\"",
            "\"deleted\":false");
    assertThat(err.toString()).contains("answer.json: x is not a post", "garbage.json: the file");
    assertThat(code).isZero();
  }

  @Test
  void parseEndsWithTwoWhenNothingCouldBeRead() throws IOException {
    write("garbage.json", "neither this nor that");

    assertThat(parse("x", folder.resolve("garbage.json").toString())).isEqualTo(2);
    assertThat(parse("x", folder.resolve("absent.json").toString())).isEqualTo(2);
    assertThat(parse("usenet", folder.resolve("garbage.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("no such file", "must be one of", "mastodon-stream");
  }

  @Test
  void rulesTestCountsItsCases() {
    int code = run("rules", "test");

    assertThat(out.toString()).isEqualToNormalizingNewlines("cases: 2, failed: 0\n");
    assertThat(code).isZero();
  }

  @Test
  void rulesTestShowsEachFailureWithItsWay() throws IOException {
    write("routes-test.yml", "cases:\n  - {post: my heat pump howls, expect: {lane: care}}\n");

    int code = run("rules", "test");

    assertThat(out.toString())
        .contains("routes-test.yml:2 lane is expert, not care: \"my heat pump howls\"")
        .contains("    => ask an expert on heat")
        .endsWith("cases: 1, failed: 1\n");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void everyCommandShowsAllProblemsOfABrokenConfiguration() throws IOException {
    write("routes.yml", "routes:\n  - {name: heat, topic: haet, lane: exprt}\n");

    for (String[] command :
        new String[][] {{"route", "x"}, {"rules", "test"}, {"check"}, {"run"}}) {
      err.getBuffer().setLength(0);
      int code = run(command);

      assertThat(err.toString())
          .contains("routes.yml:2 routes[0].topic: \"haet\" is unknown; did you mean \"heat\"?")
          .contains("routes.yml:2 routes[0].lane: \"exprt\" is unknown; did you mean \"expert\"?")
          .contains("Nothing was changed.");
      assertThat(code).isEqualTo(1);
    }
  }

  @Test
  void aLinkIntoTheConsoleIsMadeInTheConfiguredStore() throws IOException {
    String store = "store: {sqlite: {file: \"%s\"}}\n".formatted(folder.resolve("test.db"));
    write("grenselos.yml", "fallback-channel: \"#press\"\ncompany: Fjordbygg\n" + store);

    assertThat(run("console", "link", "--port", "8099")).isZero();
    assertThat(out.toString()).startsWith("http://127.0.0.1:8099/console/link/");
    assertThat(folder.resolve("test.db")).exists();
  }

  @Test
  void noLinkIsMadeWhereTheStoreIsNotKnown() throws IOException {
    write("grenselos.yml", "fallback-channel: \"#press\"\ncompany: F\nstore: {mysql: {}}\n");

    assertThat(run("console", "link")).isEqualTo(1);
    assertThat(err.toString()).contains("grenselos.yml:3 store.mysql: unknown key");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void withoutACommandThereIsHelp() {
    int code = commandLine().execute();

    assertThat(out.toString()).contains("Examples:").contains("rules").contains("check");
    assertThat(code).isZero();
  }

  @Test
  void versionNamesJava() {
    assertThat(commandLine().execute("version")).isZero();
    assertThat(out.toString()).contains("grenselos ").contains("Java ");
  }

  @Test
  void anUnknownCommandEndsWithTwo() {
    assertThat(commandLine().execute("rote")).isEqualTo(2);
    assertThat(err.toString()).contains("route");
  }

  @Test
  void aHouseThatIsNotCalledOverHttpEndsWithTwo() {
    assertThat(run("bench", "chat", "--house", "irc")).isEqualTo(2);
    assertThat(err.toString()).contains("--house must be one of slack, teams");
  }

  private int run(String... command) {
    String[] args = Arrays.copyOf(command, command.length + 2);
    args[command.length] = "--config";
    args[command.length + 1] = folder.toString();
    return commandLine().execute(args);
  }

  private int parse(String network, String... files) {
    List<String> args = new ArrayList<>(List.of("parse", network));
    args.addAll(List.of(files));
    return commandLine().execute(args.toArray(String[]::new));
  }

  private CommandLine commandLine() {
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
