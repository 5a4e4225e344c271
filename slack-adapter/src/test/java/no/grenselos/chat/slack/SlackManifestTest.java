package no.grenselos.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SlackManifestTest {
  private static final Pattern SCOPE = Pattern.compile("      - ([a-z.]+(?::[a-z.]+)?)(?: +#.*)?");

  @Test
  void theManifestAsksForExactlyTheScopesThatTheCheckWants() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../config/slack-manifest.yml"));
    int from = lines.indexOf("    bot:");
    int to = lines.indexOf("settings:");

    List<String> scopes =
        lines.subList(from, to).stream()
            .map(SCOPE::matcher)
            .filter(line -> line.matches())
            .map(line -> line.group(1))
            .toList();

    assertThat(scopes).containsExactlyInAnyOrderElementsOf(SlackCheck.SCOPES.keySet());
  }
}
