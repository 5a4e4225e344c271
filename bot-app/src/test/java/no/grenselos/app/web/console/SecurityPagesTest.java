package no.grenselos.app.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages on security say is there to be run, and what they say is open is in one list. */
class SecurityPagesTest {
  private static final Path TOP = Path.of("..");
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))`");
  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+(?:\\.\\d+)?");

  @ParameterizedTest
  @ValueSource(strings = {"docs/security.md", "docs/asvs.md"})
  void everyTestThatIsNamedExists(String page) throws IOException {
    Set<String> named =
        TEST.matcher(Files.readString(TOP.resolve(page)))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(tests()).containsAll(named);
  }

  @Test
  void whatIsNotMetIsInTheListOfIt() throws IOException {
    String page = Files.readString(TOP.resolve("docs/asvs.md"));
    String list = page.substring(page.indexOf("## What is not met"));

    assertThat(page.lines().filter(line -> line.startsWith("|") && line.contains("not met")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(list).contains(number(line)));
  }

  private static String number(String line) {
    return NUMBER.matcher(line).results().findFirst().map(MatchResult::group).orElseThrow();
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> modules = Files.list(TOP)) {
      Stream<Path> sources =
          modules.map(module -> module.resolve("src/test/java")).filter(Files::isDirectory);
      return sources
          .flatMap(SecurityPagesTest::files)
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
