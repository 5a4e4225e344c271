package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class BenchFaultsCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void whatIsKilledLosesNothingAndDoublesNothing() throws IOException {
    int code = run("--kills", "1");

    JsonNode line = new ObjectMapper().readTree(out.toString().strip());
    assertThat(line.path("mentions").asInt()).isPositive();
    assertThat(line.path("kills").asInt()).isEqualTo(1);
    assertThat(line.path("lost").asInt(-1)).isZero();
    assertThat(line.path("doubled").asInt(-1)).isZero();
    assertThat(line.path("longest_stall_s").asInt(-1)).isNotNegative();
    assertThat(code).isZero();
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    assertThat(run("--kills", "0")).isEqualTo(2);
    assertThat(run("--nodes", "2")).isEqualTo(2);
    assertThat(run("--store", "postgres")).isEqualTo(2);
    assertThat(run("--store", "paper")).isEqualTo(2);

    assertThat(err.toString())
        .contains("--kills must be more than 0")
        .contains("--nodes above 1 needs --store postgres")
        .contains("needs --url of an empty database")
        .contains("--store must be sqlite or postgres");
  }

  private int run(String... more) {
    List<String> all = new ArrayList<>(List.of("bench", "faults"));
    all.addAll(List.of(more));
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
