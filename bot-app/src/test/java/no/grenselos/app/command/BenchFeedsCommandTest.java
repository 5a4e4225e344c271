package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchFeedsCommandTest {
  /** The house's own, which is what the command takes when nothing is said. */
  private static final String CONFIG = Path.of("..", "config").toAbsolutePath().toString();

  private final StringWriter out = new StringWriter();

  @Test
  void everyFeedIsReadAndEveryFigureComes() throws IOException {
    int code = run("--rounds", "1", "--posts", "100", "--events", "2000", "--seconds", "12");

    JsonNode line = new ObjectMapper().readTree(out.toString());
    assertThat(line.path("x_posts_per_s").asInt()).isPositive();
    assertThat(line.path("jetstream_posts_per_s").asInt()).isPositive();
    assertThat(line.path("jetstream_events_per_s").asInt()).isPositive();
    assertThat(line.path("rss_mb").asInt()).isPositive();
    assertThat(line.path("feeds").asInt()).as("one of each network, and Jetstream").isEqualTo(9);
    assertThat(code).isZero();
  }

  @Test
  void sizesThatMakeNoWholePagesAreRefused() {
    assertThat(run("--posts", "150")).isEqualTo(2);
    assertThat(run("--events", "1500")).isEqualTo(2);
    assertThat(run("--rounds", "0")).isEqualTo(2);
  }

  private int run(String... sizes) {
    String[] all = new String[sizes.length + 4];
    all[0] = "bench";
    all[1] = "feeds";
    System.arraycopy(sizes, 0, all, 2, sizes.length);
    all[sizes.length + 2] = "--config";
    all[sizes.length + 3] = CONFIG;
    return RootCommand.commandLine().setOut(new PrintWriter(out, true)).execute(all);
  }
}
