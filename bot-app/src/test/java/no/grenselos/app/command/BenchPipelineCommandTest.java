package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchPipelineCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"off", "needed"})
  void everyPostForUsIsToldOfOnce(String encoder) throws IOException {
    int code =
        run(
            "--routes",
            "60",
            "--experts",
            "12",
            "--encoder",
            encoder,
            "--one-in",
            "40",
            "--rate",
            "60",
            "--warm-up",
            "0",
            "--seconds",
            "8");

    assertThat(code).as(err.toString()).isZero();
    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.path("posts_per_s").asInt()).isPositive();
    assertThat(line.path("p99_ms").asInt()).isGreaterThanOrEqualTo(line.path("p50_ms").asInt());
    assertThat(line.path("p50_ms").asInt()).isPositive();
    assertThat(line.path("cpu").asDouble()).isPositive();
    assertThat(line.path("rss_mb").asInt()).isPositive();
    assertThat(line.path("tickets").asInt()).as("480 posts, one in 40").isBetween(8, 12);
    assertThat(line.path("chat_calls").asInt()).isEqualTo(line.path("tickets").asInt());
    assertThat(line.path("lost").asInt()).isZero();
    assertThat(line.path("doubled").asInt()).isZero();
  }

  @Test
  void postsAreStoredBeforeAndAsFastAsItGoesGoes() throws IOException {
    int code =
        run(
            "--routes",
            "21",
            "--experts",
            "1",
            "--encoder",
            "off",
            "--stored",
            "3000",
            "--warm-up",
            "0",
            "--seconds",
            "3");

    assertThat(code).as(err.toString()).isZero();
    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.path("posts").asInt()).isPositive();
    assertThat(line.path("chat_calls").asInt()).isEqualTo(line.path("tickets").asInt());
  }

  @Test
  void aDatabaseMustBeNamedAndBeMadeForThis() {
    assertThat(run("--store", "postgres")).isEqualTo(2);
    assertThat(err.toString()).contains("--store postgres needs --url");
    assertThat(run("--store", "postgres", "--url", "jdbc:postgresql://db/grenselos")).isEqualTo(2);
    assertThat(err.toString()).contains("\"bench\" in its name");
    assertThat(run("--url", "jdbc:postgresql://db/bench")).isEqualTo(2);
  }

  @Test
  void sizesOutOfRangeAreRefused() {
    assertThat(run("--routes", "20")).isEqualTo(2);
    assertThat(run("--experts", "0")).isEqualTo(2);
    assertThat(run("--one-in", "0")).isEqualTo(2);
    assertThat(run("--stored", "-1")).isEqualTo(2);
    assertThat(run("--seconds", "0")).isEqualTo(2);
    assertThat(run("--encoder", "sometimes")).isEqualTo(2);
  }

  private int run(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "bench";
    all[1] = "pipeline";
    System.arraycopy(options, 0, all, 2, options.length);
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
