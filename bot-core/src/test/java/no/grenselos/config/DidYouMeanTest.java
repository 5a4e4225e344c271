package no.grenselos.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  private static final List<String> KNOWN = List.of("when", "topic", "lane", "answer-within");

  @Test
  void aSwapOfNeighboursIsOneStep() {
    assertThat(DidYouMean.among(KNOWN, "wehn")).contains("when");
  }

  @Test
  void aMissingLetterIsFound() {
    assertThat(DidYouMean.among(KNOWN, "answer-witin")).contains("answer-within");
  }

  @Test
  void nothingIsProposedForAnUnlikeWord() {
    assertThat(DidYouMean.among(KNOWN, "colour-scheme")).isEmpty();
  }

  @Test
  void nothingIsProposedWhenNothingIsKnown() {
    assertThat(DidYouMean.among(List.of(), "when")).isEmpty();
  }
}
