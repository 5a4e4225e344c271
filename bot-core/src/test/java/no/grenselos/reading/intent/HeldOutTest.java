package no.grenselos.reading.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Posts the model was not trained on. The least figures stand a little under the measured ones,
 * which are written to target/intent-*.txt.
 */
class HeldOutTest {
  private static final List<Example> HELD_OUT = Figures.examples("held-out.tsv");
  private static final List<Example> EXAMPLES = Figures.examples("examples.tsv");

  @Test
  void unseenPostsAreReadWellEnough() throws IOException {
    Figures figures = Figures.of(IntentModel.shipped(), HELD_OUT);
    keep("held-out", figures);

    assertThat(figures.f1()).as(figures.toString()).isGreaterThan(0.80);
    assertThat(figures.macroF1()).isGreaterThan(0.83);
    assertThat(figures.accuracy()).isGreaterThan(0.78);
    assertThat(figures.severityAccuracy()).isGreaterThan(0.82);
    assertThat(figures.in("en").f1()).isGreaterThan(0.80);
    assertThat(figures.in("nb").f1()).isGreaterThan(0.74);
  }

  /** Written last, oblique on purpose, in lines of business the examples do not know. */
  @Test
  void postsWrittenAfterTheModelAreReadWellEnough() throws IOException {
    Figures figures = Figures.of(IntentModel.shipped(), Figures.examples("fresh.tsv"));
    keep("fresh", figures);

    assertThat(figures.precision()).as(figures.toString()).isGreaterThan(0.75);
    assertThat(figures.macroF1()).isGreaterThan(0.73);
  }

  @Test
  void aLineOfBusinessNeverSeenIsReadWellEnough() throws IOException {
    List<String> domains = EXAMPLES.stream().map(Example::domain).distinct().toList();

    Figures figures =
        Figures.crossValidated(
            EXAMPLES, domains.size(), i -> domains.indexOf(EXAMPLES.get(i).domain()));
    keep("domains", figures);

    assertThat(figures.f1()).as(figures.toString()).isGreaterThan(0.74);
    assertThat(figures.macroF1()).isGreaterThan(0.80);
  }

  @Test
  void aTenthNeverSeenIsReadWellEnough() throws IOException {
    // steps of a prime, so that neighbours in the file fall into different tenths
    Figures figures = Figures.crossValidated(EXAMPLES, 10, i -> i * 7919 % EXAMPLES.size() % 10);
    keep("ten-folds", figures);

    assertThat(figures.f1()).as(figures.toString()).isGreaterThan(0.76);
  }

  @Test
  void noHeldOutPostIsAmongTheExamples() {
    Set<String> known = EXAMPLES.stream().map(Example::text).collect(Collectors.toSet());

    assertThat(HELD_OUT).hasSizeGreaterThan(120).noneMatch(one -> known.contains(one.text()));
    assertThat(EXAMPLES).hasSizeGreaterThan(700);
  }

  private static void keep(String name, Figures figures) throws IOException {
    String text =
        Stream.of("en", "nb", "nn")
            .map(language -> language + " " + figures.in(language))
            .collect(Collectors.joining("\n", "all " + figures + "\n", "\n"));
    Files.writeString(Path.of("target", "intent-" + name + ".txt"), text);
  }
}
