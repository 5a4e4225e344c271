package no.grenselos.feed.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Mutations;
import no.grenselos.web.Body;
import org.junit.jupiter.api.Test;

class WordFilterTest {
  private static boolean holds(String json, String... words) {
    return new WordFilter(List.of(words)).mayHold(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aWordIsFoundWhereverItStandsAndWhateverItsCase() {
    assertThat(holds("Lyngheia", "lyngheia")).isTrue();
    assertThat(holds("hos LYNGHEIA kraft", "lyngheia")).isTrue();
    assertThat(holds("STRØM og ÅSANE", "åsane")).isTrue();
    assertThat(holds("ΣΊΣΥΦΟΣ", "σίσυφος")).isTrue();
    assertThat(holds("kald 🥶 stue", "🥶")).isTrue();
    assertThat(holds("lynghei", "lyngheia")).isFalse();
    assertThat(holds("", "lyngheia")).isFalse();
    assertThat(holds("anything")).isFalse();
  }

  @Test
  void escapesAreSeenThrough() {
    assertThat(holds("str\\u00d8m", "strøm")).isTrue();
    assertThat(holds("H\\u0026M", "h&m")).isTrue();
    assertThat(holds("\\ud83e\\udd76", "🥶")).isTrue();
    assertThat(holds("\\nlyngheia", "lyngheia")).isTrue();
    assertThat(holds("\\\\u00d8", "ø")).isFalse();
  }

  @Test
  void wordsWithinAndAcrossOneAnotherAreFound() {
    assertThat(holds("xabcabd", "abcabx", "bcabd")).isTrue();
    assertThat(holds("shers", "he", "she", "his", "hers")).isTrue();
    assertThat(holds("aaab", "aab")).isTrue();
    assertThat(holds("abcx", "abcd", "bc")).isTrue();
    assertThat(holds("abx", "abcd", "bc")).isFalse();
  }

  @Test
  void itFindsWhatASearchWordByWordFinds() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      List<String> words =
          IntStream.range(0, 1 + random.nextInt(5))
              .mapToObj(n -> text(random, 1 + random.nextInt(4)))
              .toList();
      String said = text(random, random.nextInt(12));
      String lower = said.toLowerCase(Locale.ROOT);
      boolean expected =
          words.stream().map(w -> w.toLowerCase(Locale.ROOT)).anyMatch(lower::contains);

      WordFilter filter = new WordFilter(words);

      String json = Json.write(TextNode.valueOf(said));
      assertThat(filter.mayHold(json.getBytes(StandardCharsets.UTF_8)))
          .as("%s in %s", words, json)
          .isEqualTo(expected);
    }
  }

  private static String text(Random random, int length) {
    String signs = "abABåÅ\n🥶";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int[] points = signs.codePoints().toArray();
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  @Test
  void noBytesAreTooBroken() {
    WordFilter filter = new WordFilter(List.of("strøm", "🥶", "\uD83E"));
    Mutations.of(
        List.of(Body.of("{\"text\":\"Str\\u00f8m \\ud83e\\udd76 🥶 strøm\\\\\"}")),
        bytes -> assertThat(filter.mayHold(bytes)).isIn(true, false));
  }
}
