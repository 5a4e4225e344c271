package no.grenselos.reading.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.reading.language.LanguageScore.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageScoreTest {
  @Test
  void norwegianIsOneLanguageAndTheRestIsUnknown() {
    LanguageScore score =
        LanguageScore.of(
            List.of(
                new Text("Hvorfor svarer ingen på telefonen hos dere?", "nb"),
                new Text("Kvifor svarer ingen på telefonen hjå dykk?", "nn"),
                new Text("Warum geht bei euch niemand ans Telefon?", "de"),
                new Text("Dlaczego nikt nie odbiera telefonu od rana?", "pl"),
                new Text("Why does nobody answer your phone?", "sv")));

    assertThat(score.guesses()).containsExactly("no", "no", "de", "und", "en");
    assertThat(score.accuracy()).isEqualTo(0.8);
    assertThat(score.texts()).isEqualTo(5);
    assertThat(score.languages().get("no")).isEqualTo(new LanguageScore.OfOne(1, 1, 2));
    assertThat(score.languages().get("en")).isEqualTo(new LanguageScore.OfOne(0, 1, 0));
    assertThat(score.languages().get("sv")).isEqualTo(new LanguageScore.OfOne(1, 0, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "jeg har ventet i tre uker, no",
    "eg har venta i tre veker, no",
    "jeg har ventet i tre uger, da",
    "jag har väntat i tre veckor, sv",
    "i have waited for three weeks, en",
    "ich warte schon seit drei Wochen, de",
    "llevo tres semanas esperando una respuesta, und",
    "ik wacht nu al drie weken, und"
  })
  void aFewEverydayWordsAreEnough(String text, String language) {
    assertThat(LanguageScore.of(List.of(new Text(text, language))).accuracy()).isEqualTo(1);
  }

  @Test
  void noTextsAreAllRight() {
    assertThat(LanguageScore.of(List.of()).accuracy()).isEqualTo(1);
  }
}
