package no.grenselos.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.reading.TextEncoder;
import org.junit.jupiter.api.Test;

class ExpertsEvaluationTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private final ExpertsEvaluation byWords = new ExpertsEvaluation(Optional.empty());

  @Test
  void findsWhoAnswersWhichField() {
    ExpertsFigures figures = byWords.run(pack(), ExpertsEvaluation.Learning.HISTORY_ONLY);

    assertThat(figures.n()).isEqualTo(12);
    assertThat(figures.candidates()).isEqualTo(2);
    assertThat(figures.mrr()).isEqualTo(1);
    assertThat(figures.rightField()).isEqualTo(1);
    assertThat(figures.loadGini()).isZero();
  }

  @Test
  void theBaselineKnowsOneNameOnly() {
    ExpertsFigures figures = byWords.run(pack(), ExpertsEvaluation.Learning.HISTORY_ONLY);

    assertThat(figures.baselineMrr()).isEqualTo(0.75);
    assertThat(figures.baselineGini()).isEqualTo(0.5);
  }

  @Test
  void answersToOnesOwnQuestionCountNowhere() {
    List<Question> questions = new ArrayList<>(pack());
    for (int i = 0; i < 10; i++) {
      questions.add(question(-1 - i, "Noise of my beer", "self", List.of("self"), "beer"));
    }

    assertThat(byWords.run(questions, ExpertsEvaluation.Learning.ALL_SO_FAR).candidates())
        .isEqualTo(2);
  }

  @Test
  void theSameRowsInAnyOrderGiveTheSame() {
    ExpertsFigures figures = byWords.run(pack(), ExpertsEvaluation.Learning.ALL_SO_FAR);

    assertThat(byWords.run(pack().reversed(), ExpertsEvaluation.Learning.ALL_SO_FAR))
        .isEqualTo(figures);
  }

  @Test
  void anEncoderIsAskedInBatches() {
    List<Integer> batches = new ArrayList<>();

    ExpertsFigures figures =
        new ExpertsEvaluation(Optional.of(encoder(batches)))
            .run(pack(), ExpertsEvaluation.Learning.HISTORY_ONLY);

    assertThat(batches).containsExactly(32, 8);
    assertThat(figures.mrr()).isEqualTo(1);
  }

  @Test
  void aPackNobodyCanBeFoundForIsRefused() {
    assertThatThrownBy(() -> byWords.run(List.of(), ExpertsEvaluation.Learning.HISTORY_ONLY))
        .hasMessageContaining("5 answers before");
  }

  @Test
  void theSpreadCountsThoseWhoGotNothing() {
    Spread spread = new Spread();
    assertThat(spread.gini(4)).isZero();

    spread.add("ana");

    assertThat(spread.gini(4)).isEqualTo(0.75, within(1e-9));
  }

  /** Forty questions by turns: ana answers on beer, ben on qubits. */
  private static List<Question> pack() {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean beer = i % 2 == 0;
      String title = beer ? "Which hops suit a pale ale?" : "Can a qubit gate be undone?";
      String site = beer ? "beer" : "quantum";
      questions.add(question(i, title, "asker", List.of(beer ? "ana" : "ben", "rare" + i), site));
    }
    return questions;
  }

  private static Question question(
      int day, String title, String asker, List<String> answers, String site) {
    Instant created = START.plus(Duration.ofDays(day));
    return new Question("q" + day, created, title, "", List.of(), asker, answers, site);
  }

  private static TextEncoder encoder(List<Integer> batches) {
    return new TextEncoder() {
      @Override
      public String name() {
        return "beer or not";
      }

      @Override
      public List<float[]> encode(List<String> texts) {
        batches.add(texts.size());
        return texts.stream()
            .map(text -> text.contains("ale") ? new float[] {1, 0} : new float[] {0, 1})
            .toList();
      }

      @Override
      public void close() {}
    };
  }
}
