package no.grenselos.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeparationTest {
  @Test
  void oursAboveAllOthersArePerfectlyApart() {
    Separation apart = Separation.of(scored(List.of(0.9, 0.8), List.of(0.2, 0.1)));

    assertThat(apart.auroc()).isEqualTo(1);
    assertThat(apart.fpr95()).isZero();
  }

  @Test
  void tiesCountHalf() {
    // pairs won: 0.9 beats 3; 0.5 ties with one, beats one, loses to one; 0.3 ties with one
    Separation apart = Separation.of(scored(List.of(0.9, 0.5, 0.3), List.of(0.7, 0.5, 0.3)));

    assertThat(apart.auroc()).isEqualTo((3 + 1.5 + 0.5) / 9, within(1e-12));
  }

  @Test
  void allTheSameScoreIsChance() {
    Separation apart = Separation.of(scored(List.of(0.5, 0.5), List.of(0.5, 0.5, 0.5)));

    assertThat(apart.auroc()).isEqualTo(0.5);
    assertThat(apart.fpr95()).isEqualTo(1);
  }

  @Test
  void oneInTwentyOfOursMayBeMissed() {
    List<Double> ours = new ArrayList<>();
    for (int i = 1; i <= 20; i++) ours.add(i / 20.0);

    // the line is 0.10, the second lowest of ours: three of four others reach it
    Separation apart = Separation.of(scored(ours, List.of(0.05, 0.1, 0.2, 0.3)));

    assertThat(apart.fpr95()).isEqualTo(0.75);
  }

  @Test
  void oneKindAloneCannotBeKeptApart() {
    assertThat(Separation.of(scored(List.of(0.5), List.of())).auroc()).isNaN();
    assertThat(Separation.of(scored(List.of(), List.of(0.5))).fpr95()).isNaN();
    assertThat(Separation.of(List.of()).auroc()).isNaN();
  }

  @Test
  void theLineLeavesOutTheShareOfTheOthers() {
    List<Separation.Scored> all = scored(List.of(0.9), List.of(0.4, 0.1, 0.3, 0.2));

    assertThat(Separation.line(all, 0.75)).isEqualTo(0.3);
    assertThat(Separation.line(all, 0.76)).isEqualTo(0.4);
    assertThat(Separation.line(all, 1)).isEqualTo(0.4);
  }

  private static List<Separation.Scored> scored(List<Double> ours, List<Double> others) {
    List<Separation.Scored> all = new ArrayList<>();
    ours.forEach(score -> all.add(new Separation.Scored(score, true)));
    others.forEach(score -> all.add(new Separation.Scored(score, false)));
    return all;
  }
}
