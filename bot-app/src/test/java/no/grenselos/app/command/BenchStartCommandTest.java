package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BenchStartCommandTest {
  private static final String CONFIG = Path.of("..", "config").toAbsolutePath().toString();

  private final StringWriter out = new StringWriter();

  @Test
  void theServiceStartsInAProcessOfItsOwn() throws IOException {
    int code = run("--rounds", "1");

    assertThat(code).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).path("ready_ms").asInt())
        .isGreaterThan(100);
  }

  @Test
  void aRoundAtLeast() {
    assertThat(run("--rounds", "0")).isEqualTo(2);
  }

  private int run(String... more) {
    String[] all = new String[more.length + 4];
    all[0] = "bench";
    all[1] = "start";
    System.arraycopy(more, 0, all, 2, more.length);
    all[more.length + 2] = "--config";
    all[more.length + 3] = CONFIG;
    return RootCommand.commandLine().setOut(new PrintWriter(out, true)).execute(all);
  }
}
