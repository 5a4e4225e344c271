package no.grenselos.feed.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static boolean match(String word, String text) {
    return new Words(List.of(word)).pattern().matcher(Words.composed(text)).find();
  }

  @Test
  void aWordIsMeantWholeUnlessItSaysOtherwise() {
    assertThat(match("strøm", "Strøm!")).isTrue();
    assertThat(match("strøm", "strømmen")).isFalse();
    assertThat(match("strøm*", "strømmen")).isTrue();
    assertThat(match("*pumpe", "luftvarmepumpe.")).isTrue();
    assertThat(match("*pumpe*", "VARMEPUMPENE")).isTrue();
    assertThat(match("ev", "every")).isFalse();
    assertThat(match("c++", "in C++, yes")).isTrue();
  }

  @Test
  void severalWordsAreMeantInTheirOrder() {
    assertThat(match("lyngheia kraft", "Lyngheia\nKraft svarer")).isTrue();
    assertThat(match("lyngheia kraft", "kraft lyngheia")).isFalse();
  }

  @Test
  void aHashtagIsMeantWithItsSign() {
    assertThat(match("#strøm", "#Strøm i dag")).isTrue();
    assertThat(match("#strøm", "strøm i dag")).isFalse();
  }

  @Test
  void lettersPutTogetherAreTheSame() {
    assertThat(match("åsane", "A\u030Asane")).isTrue();
    assertThat(match("A\u030Asane", "åsane")).isTrue();
    assertThat(new Words(List.of("åsane")).signs()).containsExactly("åsane", "a\u030Asane");
  }

  @Test
  void theSignsOfWordsStandInEveryTextThatMatches() {
    assertThat(new Words(List.of("#strøm", "*pumpe*", "lyngheia  kraft as")).signs())
        .contains("strøm", "pumpe", "lyngheia");
  }

  @Test
  void whatHoldsNoLetterIsNoWord() {
    for (String word : List.of("", "*", "#", "**", "!?", "x".repeat(61))) {
      assertThat(Words.isOne(word)).as(word).isFalse();
    }
    assertThat(Words.isOne("ø")).isTrue();
  }
}
