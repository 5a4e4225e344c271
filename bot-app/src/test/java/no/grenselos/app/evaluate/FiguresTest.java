package no.grenselos.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void whatMakesNoSenseIsEmpty() {
    Figures figures = new Figures().share("of nothing", Figures.ratio(0, 0)).count("n", 0);

    assertThat(figures.values().get("of nothing")).isEmpty();
    assertThat(figures.values().get("n")).contains(0L);
  }

  @Test
  void sharesHaveFourPlacesAndStandInTheirOrder() {
    Figures figures = new Figures().share("b", 2 / 3.0).share("a", 1);

    assertThat(figures.values().get("b")).contains(0.6667);
    assertThat(figures.values().keySet()).containsExactly("b", "a");
  }

  @Test
  void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
    // 3 of 4 said are right, 3 of 6 wanted are found: 2 * .75 * .5 / 1.25
    assertThat(Figures.f1(3, 4, 6)).isEqualTo(0.6);
    assertThat(Figures.f1(0, 4, 6)).isZero();
    assertThat(Figures.f1(0, 0, 0)).isNaN();
  }
}
