package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.feed.Cursor;
import no.grenselos.log.kafka.Broker;
import no.grenselos.store.LogPositions;
import no.grenselos.store.LogPositions.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * On a real broker: one partition with five messages, of which four were stored and one skipped.
 */
class LogCommandTest {
  private static final Instant AT = Instant.parse("2026-09-15T08:00:00Z");
  private static final String PARTITION = "grenselos.mentions/0";
  private static Broker broker;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void up() throws Exception {
    broker = Broker.start();
    broker.create("grenselos.mentions", 2);
    for (int i = 0; i < 5; i++) {
      broker.write("grenselos.mentions", ("m" + i).getBytes(StandardCharsets.UTF_8));
    }
  }

  @AfterAll
  static void down() throws Exception {
    broker.close();
  }

  @BeforeEach
  void writeConfig() throws IOException {
    main("log: {kafka: {servers: \"" + broker.servers() + "\"}}\n");
    Files.writeString(
        folder.resolve("experts.yml"),
        """
        experts:
          - {id: ana, name: Ana, slack: U01, topics: [heat]}
        teams:
          - {id: press, name: Press, channel: "#press"}
        """);
    Files.createDirectories(folder.resolve("topics"));
    Files.writeString(
        folder.resolve("topics/heat.yml"), "id: heat\nname: {en: Heat}\nphrases: [heat pump]\n");
    Files.writeString(
        folder.resolve("routes.yml"), "routes:\n  - {name: heat, topic: heat, lane: expert}\n");
    try (OpenBook node = OpenBook.of(ConfigFiles.read(folder, "config"))) {
      boolean unused =
          node.store()
              .write(books -> {
                LogPositions positions = books.logPositions();
                Cursor start = positions.take(PARTITION, "web1/7/a", AT.plusSeconds(20));
                Step step = new Step(new Cursor("4"), AT, 1, 1, "offset 3: is no JSON");
                return positions.move(PARTITION, "web1/7/a", start, step);
              });
    }
  }

  private void main(String log) throws IOException {
    Files.writeString(
        folder.resolve("grenselos.yml"),
        "company: Fjordbygg\nfallback-channel: \"#press\"\ntime-zone: Europe/Oslo\n"
            + "store: {sqlite: {file: "
            + folder.resolve("store.db")
            + "}}\n"
            + log);
  }

  private int run(String... words) {
    CommandLine line = RootCommand.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--config";
    all[words.length + 1] = folder.toString();
    return line.execute(all);
  }

  private Cursor position() {
    try (OpenBook node = OpenBook.of(ConfigFiles.read(folder, "config"))) {
      List<LogPositions.Row> rows = node.store().read(books -> books.logPositions().all());
      return rows.getFirst().position();
    }
  }

  @Test
  void eachPartitionHasALineAndDeadLettersAreCounted() {
    assertThat(run("log")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "log grenselos.mentions/0: goes on at offset 4, stored 2026-09-15 10:00; 1 behind; no"
                + " node reads it now; 1 message skipped, the last: offset 3: is no JSON",
            "log grenselos.mentions/1: goes on at its start; 0 behind; no node reads it now",
            "0 dead letters kept");
  }

  @Test
  void feedsTellOfPartitionsWithoutAskingKafka() throws IOException {
    main("log: {kafka: {servers: \"nowhere.invalid:9092\"}}\n");
    assertThat(run("feeds")).isZero();
    assertThat(run("feeds", "--json")).isZero();

    assertThat(out.toString())
        .contains(
            "log grenselos.mentions/0: goes on at offset 4, stored 2026-09-15 10:00; 1 behind")
        .contains(
            "{\"log\":\"grenselos.mentions/0\",\"node\":null,\"position\":\"4\","
                + "\"stored_at\":\"2026-09-15T08:00:00Z\",\"behind\":1,\"skipped\":1,"
                + "\"skipped_why\":\"offset 3: is no JSON\"}");
  }

  @Test
  void whatCameSinceAnOffsetComesAgain() {
    assertThat(run("log", "replay", "--from", "1", "--partition", "0")).isZero();

    assertThat(out.toString().strip()).isEqualTo("grenselos.mentions/0: 3 messages come again");
    assertThat(position()).isEqualTo(new Cursor("1"));
  }

  @Test
  void whatCameSinceAMomentOrAtAllComesAgain() {
    assertThat(run("log", "replay", "--from", "2020-01-01T00:00")).isZero();
    assertThat(position()).isEqualTo(new Cursor("0"));
    assertThat(run("log", "replay", "--from", "start")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "grenselos.mentions/0: 4 messages come again",
            "grenselos.mentions/1: stands there or further back already",
            "grenselos.mentions/0: stands there or further back already",
            "grenselos.mentions/1: stands there or further back already");
  }

  @Test
  void itIsNeverSetAhead() {
    assertThat(run("log", "replay", "--from", "2999-01-01T00:00:00Z")).isZero();
    assertThat(run("log", "replay", "--from", "5", "--partition", "0")).isZero();

    assertThat(position()).isEqualTo(new Cursor("4"));
  }

  @Test
  void whatCannotBeIsSaid() throws IOException {
    assertThat(run("log", "replay", "--from", "6", "--partition", "0")).isEqualTo(1);
    assertThat(run("log", "replay", "--from", "0", "--partition", "7")).isEqualTo(1);
    assertThat(run("log", "replay", "--from", "3")).isEqualTo(2);
    assertThat(run("log", "replay", "--from", "yesterday")).isEqualTo(2);
    main("");
    assertThat(run("log")).isEqualTo(2);
    main("log: {kafka: {servers: \"nowhere.invalid:9092\"}}\n");
    assertThat(run("log")).isEqualTo(2);
    main("log: {kafka: {server: k}}\n");
    assertThat(run("log")).isEqualTo(1);

    assertThat(err.toString())
        .contains("grenselos.mentions/0 has offsets 0 to 5, not 6")
        .contains("There is no partition 7, only 0 to 1")
        .contains("--from with an offset needs --partition: 0 to 1")
        .contains("--from must be an offset, start, 2026-09-15T08:00 or 2026-09-15T06:00:00Z")
        .contains("no log is configured; docs/kafka.md says when one is needed")
        .contains("log: Failed to create new KafkaAdminClient")
        .contains("log.kafka.server: unknown key; did you mean \"servers\"?");
    assertThat(position()).isEqualTo(new Cursor("4"));
  }
}
