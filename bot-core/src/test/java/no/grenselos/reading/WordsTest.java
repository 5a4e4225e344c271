package no.grenselos.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void inflectedFormsShareAStem() {
    List<Word> words = Words.of("varmepumpe varmepumpa varmepumpen varmepumper varmepumpene");

    assertThat(words).extracting(Word::norwegian).containsOnly(words.getFirst().norwegian());
    assertThat(Words.of("strøm Strømmen")).extracting(Word::norwegian).containsOnly("strøm");
    assertThat(Words.of("bill bills")).extracting(Word::english).containsOnly("bill");
  }

  @Test
  void scandinavianSpellingsAreOne() {
    assertThat(Words.of("kjöpt kjøpt")).extracting(Word::plain).containsOnly("kjøpt");
    assertThat(Words.of("pa\u030a på")).extracting(Word::plain).containsOnly("på");
  }

  @Test
  void aHashtagIsOneWordAndItsHumps() {
    assertThat(Words.of("nå #StrømUtenVarme!"))
        .extracting(Word::plain)
        .containsExactly("nå", "strømutenvarme", "strøm", "uten", "varme");
    assertThat(Words.of("StrømUten")).hasSize(1);
    assertThat(Words.of("#lyngheia")).hasSize(1);
  }

  @Test
  void everyWordPointsToItsPlace() {
    String text = "😀 Øvre #BlåDag, «sitat» – slutt";

    for (Word word : Words.of(text)) {
      assertThat(text.substring(word.start(), word.end())).isEqualToIgnoringCase(word.plain());
    }
  }

  @Test
  void linksAndHandlesAreBlankedAtTheirPlace() {
    String text = "Se @kari@a.example: https://b.example/strøm?x=1 og mail@c.example";

    String blanked = Words.withoutLinksAndHandles(text);

    assertThat(blanked).hasSameSizeAs(text).doesNotContain("kari", "strøm").contains("mail@c");
    assertThat(blanked.indexOf(" og ")).isEqualTo(text.indexOf(" og "));
  }

  @Test
  void softHyphensDoNotHideAWord() {
    assertThat(Words.of("varme\u00adpumpe")).extracting(Word::plain).containsExactly("varmepumpe");
  }

  @Test
  void aTextCutInTheMiddleOfASignKeepsItsWords() {
    for (String cut : List.of("\uD83D", " \uD83D", "\uD83D\uD83D", "\uDE00", "\uD83D e \uD83D")) {
      assertThat(Words.of("varmepumpe " + cut))
          .as(cut)
          .extracting(Word::plain)
          .startsWith("varmepumpe");
    }
  }
}
