package no.grenselos.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.reading.TextEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EncoderTest {
  private static final TextEncoder ENCODER =
      new BgeSmallEncoderProvider()
          .open(new Settings(Node.Mapping.empty(), "encoder.bge-small", new Problems("test")));

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @Test
  void likeTextsLieNearerThanUnlikeOnes() {
    List<float[]> found =
        ENCODER.encode(
            List.of("Where is my new card?", "My card has not arrived", "Sunny all day in Bergen"));

    assertThat(dot(found.get(0), found.get(1))).isGreaterThan(0.8);
    assertThat(dot(found.get(0), found.get(2))).isLessThan(0.65);
  }

  @Test
  void vectorsComeInTheOrderOfTheirTexts() {
    List<String> texts = List.of("one long text about a very late train", "a", "bus and tram", "b");

    List<float[]> together = ENCODER.encode(texts);

    assertThat(together).hasSize(4);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(together.get(i)).isEqualTo(ENCODER.encode(List.of(texts.get(i))).getFirst());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "😀😀", "\uD800", "x\uDC00y", "\u0000", "a\u0000b", "\u200B"})
  void theOddestTextsHaveAVector(String text) {
    assertThat(length(ENCODER.encode(List.of(text)).getFirst())).isCloseTo(1, within(1e-5));
  }

  @Test
  void ofALongTextTheBeginningCounts() {
    String begin = "late train ".repeat(200);

    List<float[]> found = ENCODER.encode(List.of(begin, begin + "sunny ".repeat(2_000)));

    assertThat(found.get(0)).isEqualTo(found.get(1));
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static double length(float[] vector) {
    return Math.sqrt(dot(vector, vector));
  }
}
