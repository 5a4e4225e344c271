package no.grenselos.reading.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Posts the model was not trained on. The least figures stand a little under the measured ones. */
class HeldOutTest {
  private static final List<Example> HELD_OUT = Figures.examples("held-out.tsv");
  private static final List<Example> EXAMPLES = Figures.examples("examples.tsv");

  @Test
  void unseenPostsAreReadWellEnough() {
    Figures figures = Figures.of(IntentModel.shipped(), HELD_OUT);

    assertThat(figures.f1()).as(figures.toString()).isGreaterThan(0.80);
    assertThat(figures.macroF1()).isGreaterThan(0.83);
    assertThat(figures.accuracy()).isGreaterThan(0.78);
    assertThat(figures.severityAccuracy()).isGreaterThan(0.82);
    assertThat(figures.in("en").f1()).isGreaterThan(0.80);
    assertThat(figures.in("nb").f1()).isGreaterThan(0.74);
  }

  @Test
  void aLineOfBusinessNeverSeenIsReadWellEnough() {
    List<String> domains = EXAMPLES.stream().map(Example::domain).distinct().toList();

    Figures figures =
        Figures.crossValidated(
            EXAMPLES, domains.size(), i -> domains.indexOf(EXAMPLES.get(i).domain()));

    assertThat(figures.f1()).as(figures.toString()).isGreaterThan(0.73);
    assertThat(figures.macroF1()).isGreaterThan(0.80);
  }

  @Test
  void noHeldOutPostIsAmongTheExamples() {
    Set<String> known = EXAMPLES.stream().map(Example::text).collect(Collectors.toSet());

    assertThat(HELD_OUT).hasSizeGreaterThan(120).noneMatch(one -> known.contains(one.text()));
    assertThat(EXAMPLES).hasSizeGreaterThan(700);
  }
}
