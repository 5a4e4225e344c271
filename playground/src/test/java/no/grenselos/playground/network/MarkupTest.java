package no.grenselos.playground.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void everyLinkCountsTwentyThreeCharacters() {
    assertThat(Markup.length("se https://example.com/" + "a".repeat(900))).isEqualTo(3 + 23);
    assertThat(Markup.length("http://a.no")).isEqualTo(23);
  }

  @Test
  void emojiAndCombinedLettersCountOnce() {
    assertThat(Markup.length("e\u0301")).isEqualTo(1);
    assertThat(Markup.length("👍")).isEqualTo(1);
  }

  @Test
  void serverOfAMentionCountsNothing() {
    assertThat(Markup.length("@kari@annet.example")).isEqualTo(5);
  }

  @Test
  void dotAfterALinkIsNotItsPart() {
    assertThat(Markup.pieces("se https://example.com/a(b). Ja"))
        .containsExactly(
            new Markup.Piece.Plain("se "),
            new Markup.Piece.Link("https://example.com/a(b)"),
            new Markup.Piece.Plain(". Ja"));
  }

  @Test
  void hashInsideALinkOrAWordIsNoTag() {
    assertThat(Markup.tags("https://example.com/#del a#b #Strøm #strøm #123 #2024år"))
        .isEqualTo(List.of("strom", "2024ar"));
  }

  @Test
  void fiveHundredCharactersPassAndOneMoreDoesNot() {
    assertThat(Markup.problem("a".repeat(500))).isEmpty();
    assertThat(Markup.problem("a".repeat(501)))
        .hasValueSatisfying(x -> assertThat(x).contains("500"));
    assertThat(Markup.problem(" \n")).isPresent();
  }
}
