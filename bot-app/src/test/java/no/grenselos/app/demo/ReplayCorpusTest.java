package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Every recorded file of a network through the whole application. */
@Tag("corpus")
class ReplayCorpusTest {
  @ParameterizedTest
  @CsvSource({"x, x_v2, 6", "mastodon, mastodon, 40", "rss, rss_atom, 302"})
  void allRecordedFilesAreTakenIn(String network, String folder, int files) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--config", "../config"));
    Path root = Path.of(System.getProperty("shared.payloads"), folder);
    try (Stream<Path> found = Files.walk(root)) {
      found
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> arguments.addAll(List.of("--replay", network + "=" + file)));
    }
    StringWriter out = new StringWriter();

    int code =
        new CommandLine(new DemoCommand())
            .setOut(new PrintWriter(out, true))
            .execute(arguments.toArray(String[]::new));

    assertThat(code).as(out.toString()).isZero();
    List<String> lines = out.toString().lines().toList();
    String summary = lines.get(lines.size() - 2);
    System.out.println(summary + "  " + lines.getLast());
    assertThat(summary).startsWith(network + ": ");
    assertThat((arguments.size() - 2) / 2).as("files").isGreaterThanOrEqualTo(files);
  }
}
