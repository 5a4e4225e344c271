package no.grenselos.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under {@code mistakes} takes the place of its namesake in a good configuration; its
 * first lines say what must be found, and nothing else may be.
 */
class MistakesTest {
  private static final String EXPECT = "# expect: ";
  private static final Comparator<ConfigProblem> BY_PLACE =
      Comparator.comparing(ConfigProblem::file).thenComparingInt(ConfigProblem::line);

  static Stream<Path> mistakes() throws IOException {
    return Files.list(Samples.folder("mistakes")).sorted();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachMistakeIsNamedWithItsLine(Path mistake) throws IOException {
    String text = Files.readString(mistake);
    List<String> expected =
        text.lines()
            .filter(line -> line.startsWith(EXPECT))
            .map(line -> line.substring(EXPECT.length()))
            .toList();

    ConfigFiles files = Samples.base().with(target(mistake), text);

    assertThat(problems(files)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).isNotEmpty();
  }

  @Test
  void aGoodConfigurationHasNoProblems() {
    assertThat(problems(Samples.base())).isEmpty();
  }

  @Test
  void aMissingFileIsOneProblem() {
    ConfigFiles base = Samples.base();
    var texts = new TreeMap<>(base.texts());
    texts.remove("experts.yml");

    assertThat(problems(new ConfigFiles("config", texts)))
        .containsExactly("config/experts.yml: is missing");
  }

  @Test
  void aFileNobodyReadsIsAProblem() {
    assertThat(problems(Samples.base().with("route.yml", "routes: []")))
        .containsExactly("config/route.yml: nobody reads this file; did you mean \"routes.yml\"?");
  }

  @Test
  void aMistypedGlossaryIsAFileNobodyReads() {
    assertThat(problems(Samples.base().with("glosary.tsv", "spotpris\tspot price")))
        .containsExactly(
            "config/glosary.tsv: nobody reads this file; did you mean \"glossary.tsv\"?");
  }

  @Test
  void wordsThatAreTooManyAreOneProblem() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 300_002; i++) lines.append('w').append(i).append("\tw\n");

    assertThat(problems(Samples.base().with("lexicon/big.tsv", lines.toString())))
        .containsExactly(
            "config/lexicon/big.tsv:300001: is one too many: at most 300000 entries in all such"
                + " files");
  }

  @Test
  void ownWordsAreNoPartOfTheRuleBook() {
    ConfigFiles files =
        Samples.base().with("glossary.tsv", "spotpris\tx").with("lexicon/a.tsv", "a\tb");

    assertThat(files.ruleBook()).isEqualTo(Samples.base().ruleBook());
  }

  @Test
  void aHugeFileIsRefused() {
    assertThat(problems(Samples.base().with("routes.yml", "# " + "x".repeat(4_100_000))))
        .containsExactly("config/routes.yml: is longer than 4000000 characters");
  }

  @Test
  void aliasesThatMultiplyAreRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", repeated(before))));
    }

    List<String> problems = problems(Samples.base().with("routes.yml", bomb.toString()));

    assertThat(problems).isNotEmpty().allMatch(text -> text.startsWith("config/routes.yml"));
  }

  @Test
  void twentyMistakesAreTwentyProblems() {
    ConfigFiles files = ConfigFiles.read(Samples.folder("twenty"));

    assertThatThrownBy(() -> Configuration.read(files, 1, Samples.KNOWN).refuseIfBroken())
        .isInstanceOfSatisfying(
            ConfigException.class,
            e -> assertThat(e.problems()).hasSize(20).isSortedAccordingTo(BY_PLACE));
  }

  private static List<String> repeated(String text) {
    return Collections.nCopies(10, text);
  }

  private static List<String> problems(ConfigFiles files) {
    return Configuration.read(files, 1, Samples.KNOWN).problems().found().stream()
        .map(ConfigProblem::toString)
        .toList();
  }

  private static String target(Path mistake) {
    String name = mistake.getFileName().toString();
    String file = name.substring(0, name.indexOf('.'));
    return switch (file) {
      case "topics" -> "topics/heat.yml";
      case "lexicon" -> "lexicon/freedict.tsv";
      default -> file + name.substring(name.lastIndexOf('.'));
    };
  }
}
