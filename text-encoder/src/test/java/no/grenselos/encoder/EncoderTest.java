package no.grenselos.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Test
  void aBatchColoursTheVectorsALittle() {
    List<String> texts =
        List.of("Where is my new card?", "a", "Sunny all day in Bergen", "the bus is late again");

    try (TextEncoder batched = open("batch", "8")) {
      List<float[]> together = batched.encode(texts);

      for (int i = 0; i < texts.size(); i++) {
        assertThat(dot(together.get(i), ENCODER.encode(List.of(texts.get(i))).getFirst()))
            .isGreaterThan(0.98);
      }
    }
  }

  @Test
  void manyAtOnceLoadTheModelOnceAndAgree() throws Exception {
    AtomicInteger loads = new AtomicInteger();
    ModelFiles files = new CountedFiles(loads);
    Recipe recipe = new Recipe(Pooling.BOTH, "", Recipe.MAX_TOKENS, 1);
    List<Future<List<float[]>>> found = new ArrayList<>();

    try (OnnxEncoder encoder = new OnnxEncoder("counted", files, recipe);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        found.add(callers.submit(() -> encoder.encode(List.of("late train", "new card"))));
      }

      List<float[]> alone = ENCODER.encode(List.of("late train", "new card"));
      for (Future<List<float[]>> each : found) {
        assertThat(each.get().get(0)).isEqualTo(alone.get(0));
        assertThat(each.get().get(1)).isEqualTo(alone.get(1));
      }
    }
    assertThat(loads).hasValue(1);
  }

  @Test
  void nothingIsLoadedBeforeTheFirstText() {
    AtomicInteger loads = new AtomicInteger();
    Recipe recipe = new Recipe(Pooling.BOTH, "", Recipe.MAX_TOKENS, 1);

    try (OnnxEncoder encoder = new OnnxEncoder("counted", new CountedFiles(loads), recipe)) {
      assertThat(encoder.encode(List.of())).isEmpty();
    }

    assertThat(loads).hasValue(0);
  }

  @Test
  void whoComesAfterTheEndIsRefused() {
    TextEncoder encoder = open("batch", "1");
    encoder.close();
    encoder.close();

    assertThatThrownBy(() -> encoder.encode(List.of("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("encoder: bge-small-en-v1.5-q is closed");
  }

  @Test
  void theMeanLeavesPaddingOut() {
    FloatBuffer states = FloatBuffer.wrap(new float[] {1, 0, 3, 2, 9, 9, /* next */ 5, 6, 0, 0});

    assertThat(Pooling.MEAN.vector(states, 0, 2, 2)).containsExactly(4, 2);
    assertThat(Pooling.CLS.vector(states, 6, 1, 2)).containsExactly(5, 6);
  }

  @Test
  void aVectorWithoutADirectionGetsOne() {
    assertThat(Model.unit(new float[] {3, 4})).containsExactly(.6f, .8f);
    assertThat(Model.unit(new float[] {0, 0})).containsExactly(1, 0);
    assertThat(Model.unit(new float[] {Float.NaN, 1})).containsExactly(1, 0);
  }

  private static TextEncoder open(String key, String value) {
    Node.Mapping mapping = new Node.Mapping(Map.of(key, new Node.Scalar(value, 1)), 1);
    return new BgeSmallEncoderProvider()
        .open(new Settings(mapping, "encoder.bge-small", new Problems("test")));
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  private static double length(float[] vector) {
    return Math.sqrt(dot(vector, vector));
  }
}
