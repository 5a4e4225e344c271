package no.grenselos.reading.language;

import static org.assertj.core.api.Assertions.assertThat;

import no.grenselos.reading.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuessTest {
  private static final String[] CLAIMS = {"", "no", "nn", "en-GB", "sv", "da", "de", "pl", "?"};

  @ParameterizedTest
  @CsvSource({
    "jeg har ventet i tre uker på svar fra dere, nb",
    "eg har venta i tre veker på svar frå dykk, nn",
    "jeg har ventet i tre uger uden at få svar, da",
    "jag har väntat i tre veckor och ingen svarar, sv",
    "i have been waiting for three weeks and nobody answers, en",
    "ich warte schon seit drei Wochen und niemand meldet sich, de"
  })
  void whatTheNetworkClaimsDoesNotOvercomeClearWords(String text, String language) {
    for (String claim : CLAIMS) assertThat(guess(text, claim)).as(claim).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"llevo tres semanas esperando una respuesta", "ik wacht nu al drie weken"})
  void whatIsNoneOfOursIsUnknownWhateverIsClaimed(String text) {
    for (String claim : CLAIMS) assertThat(guess(text, claim)).as(claim).isEqualTo("und");
  }

  @ParameterizedTest
  @CsvSource({"Hei, nb, nb", "Hei, nn, nb", "Takk!, '', und", "OK then, en, en"})
  void ofOneOrTwoWordsOnlyTheClaimSpeaks(String text, String claim, String language) {
    assertThat(guess(text, claim)).isEqualTo(language);
  }

  private static String guess(String text, String claim) {
    return new LanguageGuess().of(text, Words.of(text).size(), claim).code();
  }
}
