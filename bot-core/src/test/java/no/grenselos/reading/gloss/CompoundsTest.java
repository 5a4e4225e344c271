package no.grenselos.reading.gloss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompoundsTest {
  private static final Compounds COMPOUNDS = new Compounds(Lexicon.ours());

  @ParameterizedTest
  @CsvSource({
    "strømregningen, power bill",
    "kundeskjemaet, customer form",
    "nettbutikkansatt, internet shop employee",
    "overetasje, over floor"
  })
  void aCompoundIsReadByItsParts(String compound, String english) {
    assertThat(COMPOUNDS.of(compound).map(Found::english)).contains(english);
  }

  @Test
  void theJointBetweenPartsIsTakenOut() {
    assertThat(COMPOUNDS.of("bedriftsregning").map(Found::from)).contains("bedrift + regning");
  }

  @ParameterizedTest
  @ValueSource(strings = {"strøm", "qwertyuiop", "abcdefghijklmnopqrstuvwxyz", "brrrrr", ""})
  void whatIsNoCompoundIsNotFound(String word) {
    assertThat(COMPOUNDS.of(word)).isEmpty();
  }
}
