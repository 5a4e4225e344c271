package no.grenselos.reading.gloss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.reading.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossTest {
  private static final Gloss GLOSS = new Gloss(Lexicon.ours());

  static List<String> norwegian() {
    return Resource.lines(GlossTest.class, "norwegian-posts.txt");
  }

  static List<String> others() {
    return Resource.lines(GlossTest.class, "english-posts.txt");
  }

  @ParameterizedTest
  @CsvSource({
    "Spill en sang, play a song",
    "et spill, a game",
    "Kommer du i morgen?, come you tomorrow?",
    "jeg så Grant i bilen, i so Grant in car",
    "da kom Ola, when came ola",
    "#BilligStrøm, #cheappower",
    "æ e i bilen, i is in car",
    "har dere noen gang sett, have you ever seen"
  })
  void aTextBecomesEnglishWordByWord(String text, String english) {
    assertThat(GLOSS.of(text).english()).isEqualTo(english);
  }

  @Test
  void unknownWordsStayAndAreNotCounted() {
    Gloss.Glossed glossed = GLOSS.of("bilen til qwzx");

    assertThat(glossed.english()).isEqualTo("car to qwzx");
    assertThat(glossed.words()).isEqualTo(3);
    assertThat(glossed.found()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "😀🎉", "\u200b\u200b", "!!! ???", "漢字"})
  void aTextWithoutOurWordsStaysAsItIs(String text) {
    assertThat(GLOSS.of(text).english()).isEqualTo(text);
    assertThat(GLOSS.readsNorwegian(text)).isFalse();
  }

  @Test
  void anInvisibleSignInsideAWordHidesNothing() {
    assertThat(GLOSS.of("str\u00adøm").english()).isEqualTo("power");
  }

  @Test
  void tenThousandCharactersAreNoTrouble() {
    assertThat(GLOSS.of("strømregningen ".repeat(667)).coverage()).isEqualTo(1);
    assertThat(GLOSS.of("strøm".repeat(2_000)).words()).isPositive();
  }

  @Test
  void everyExpressionIsReadAsOne() {
    for (String line : Resource.lines(Lexicon.class, "expressions.tsv")) {
      Entry entry = Entry.parse(line);
      assertThat(GLOSS.of(entry.headword()).english()).as(line).isEqualTo(entry.english());
    }
  }

  @ParameterizedTest
  @MethodSource("norwegian")
  void aNorwegianOrDanishPostReadsNorwegian(String post) {
    assertThat(GLOSS.readsNorwegian(post)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("others")
  void anEnglishPostDoesNot(String post) {
    assertThat(GLOSS.readsNorwegian(post)).isFalse();
  }
}
