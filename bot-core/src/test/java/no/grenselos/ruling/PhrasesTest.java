package no.grenselos.ruling;

import no.grenselos.work.BothLanguages;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void noPhraseShoutsBlamesOrSpeaksOfTicketsAndBothLanguagesSayTheSame() throws Exception {
    BothLanguages.sayTheSame(PhrasesTest.class);
  }
}
