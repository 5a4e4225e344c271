package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchPlotCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void linesBecomeBarsOfTheirMedian() throws IOException {
    Path lines = folder.resolve("lines.jsonl");
    Files.writeString(
        lines,
        """
        {"store":"sqlite","routes":100,"posts_per_s":900,"encoder":"off"}
        {"store":"sqlite","routes":100,"posts_per_s":1100,"encoder":"off"}

        {"store":"postgres","routes":10000,"posts_per_s":400,"encoder":"off"}
        {"store":"sqlite","routes":77,"posts_per_s":1,"encoder":"on"}
        """);

    int code =
        run(lines.toString(), "--by", "routes", "--of", "posts_per_s", "--where", "encoder=off");

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains("<svg").contains("10,000").contains("sqlite");
    assertThat(out.toString()).doesNotContain(">77<");
  }

  @Test
  void smallNumbersKeepTheirDecimals() throws IOException {
    Path lines = folder.resolve("lines.jsonl");
    Files.writeString(lines, "{\"store\":\"sqlite\",\"routes\":100,\"cpu_ms_per_post\":2.03}\n");

    int code = run(lines.toString(), "--by", "routes", "--of", "cpu_ms_per_post");

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains("2.03");
  }

  @Test
  void nothingToDrawIsSaid() throws IOException {
    Path lines = folder.resolve("lines.jsonl");
    Files.writeString(lines, "{\"store\":\"sqlite\"}\n");

    assertThat(run(lines.toString(), "--by", "routes", "--of", "posts_per_s")).isEqualTo(2);
    assertThat(err.toString()).contains("no line of");
    Files.writeString(lines, "not json\n");
    assertThat(run(lines.toString(), "--by", "routes", "--of", "posts_per_s")).isEqualTo(2);
    assertThat(err.toString()).contains("no JSON");
  }

  private int run(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "bench";
    all[1] = "plot";
    System.arraycopy(options, 0, all, 2, options.length);
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
