package no.grenselos.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.reading.TextEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code encoder.onnx}: what an operator may name, and what is said when it cannot be used. */
final class OwnModelTest {
  private static final List<String> INPUTS = List.of("input_ids", "attention_mask");

  @TempDir private Path folder;
  private final Problems problems = new Problems("config/grenselos.yml");

  @BeforeEach
  void packagedPieces() throws IOException {
    try (InputStream stream =
        getClass().getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
      Files.copy(stream, folder.resolve("tokenizer.json"));
    }
  }

  @Test
  void aModelThatGivesOneVectorATextIsTakenAsItIs() throws IOException {
    model(TinyModel.of(TinyModel.INT64, INPUTS, "sentence_embedding"));

    try (TextEncoder encoder = open(Map.of())) {
      float[] vector = encoder.encode(List.of("")).getFirst(); // pieces 101 and 102

      assertThat(vector[0] / vector[1]).isCloseTo(101 / 102f, within(1e-6f));
      assertThat(encoder.name()).isEqualTo("model-mean");
    }
  }

  @Test
  void thePrefixStandsBeforeEachText() throws IOException {
    model(TinyModel.of(TinyModel.INT64, INPUTS, "sentence_embedding"));

    try (TextEncoder with = open(Map.of("prefix", "query: "));
        TextEncoder without = open(Map.of("name", "mine"))) {
      assertThat(with.encode(List.of("heat")).getFirst())
          .isEqualTo(without.encode(List.of("query: heat")).getFirst());
      assertThat(with.name()).isEqualTo("model-mean-query");
      assertThat(without.name()).isEqualTo("mine");
    }
  }

  @Test
  void aMissingModelIsNamedEachTimeAndLookedForOnce() throws IOException {
    try (TextEncoder encoder = open(Map.of())) {
      assertThatThrownBy(() -> encoder.encode(List.of("a")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("cannot use " + folder.resolve("model.onnx"))
          .hasMessageContaining("there is no such file; \"model\" names");

      model(TinyModel.of(TinyModel.INT64, INPUTS, "sentence_embedding"));

      assertThatThrownBy(() -> encoder.encode(List.of("a"))).hasMessageContaining("no such file");
    }
  }

  @Test
  void aFileThatIsNoModelIsRefused() throws IOException {
    Files.writeString(folder.resolve("model.onnx"), "<html>Not found</html>");

    refused("cannot use " + folder.resolve("model.onnx"));
  }

  @Test
  void aFileOfPiecesThatIsNoneIsRefused() throws IOException {
    model(TinyModel.of(TinyModel.INT64, INPUTS, "sentence_embedding"));
    Files.writeString(folder.resolve("tokenizer.json"), "{}");

    refused("cannot use " + folder.resolve("tokenizer.json"));
  }

  @Test
  void otherInputsAreNamed() throws IOException {
    model(TinyModel.of(TinyModel.INT64, List.of("pixels"), "sentence_embedding"));

    refused("wants \"pixels\"");
  }

  @Test
  void inputsOfAnotherTypeAreNamed() throws IOException {
    model(TinyModel.of(TinyModel.FLOAT, INPUTS, "sentence_embedding"));

    refused("wants \"input_ids\" as ");
  }

  @Test
  void aMissingInputIsNamed() throws IOException {
    model(TinyModel.of(TinyModel.INT64, List.of("input_ids"), "sentence_embedding"));

    refused("has no input attention_mask");
  }

  @Test
  void otherOutputsAreNamed() throws IOException {
    model(TinyModel.of(TinyModel.INT64, INPUTS, "logits"));

    refused("gives [logits]");
  }

  @Test
  void allThatIsWrongWithTheSettingsIsSaidAtOnce() {
    new OnnxEncoderProvider()
        .open(settings(Map.of("pooling", "max", "max-tokens", "4", "batch", "0", "prefx", "q")));

    assertThat(problems.found())
        .extracting(ConfigProblem::path)
        .containsExactlyInAnyOrder(
            "encoder.onnx.model",
            "encoder.onnx.tokenizer",
            "encoder.onnx.pooling",
            "encoder.onnx.max-tokens",
            "encoder.onnx.batch",
            "encoder.onnx.prefx");
  }

  private void refused(String text) {
    try (TextEncoder encoder = open(Map.of())) {
      assertThatThrownBy(() -> encoder.encode(List.of("a")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("encoder: cannot use ")
          .hasMessageContaining(text);
    }
  }

  private void model(byte[] bytes) throws IOException {
    Files.write(folder.resolve("model.onnx"), bytes);
  }

  private TextEncoder open(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(more);
    all.put("model", folder.resolve("model.onnx").toString());
    all.put("tokenizer", folder.resolve("tokenizer.json").toString());
    TextEncoder encoder = new OnnxEncoderProvider().open(settings(all));
    assertThat(problems.found()).isEmpty();
    return encoder;
  }

  private Settings settings(Map<String, String> values) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    values.forEach((key, text) -> nodes.put(key, new Node.Scalar(text, 1)));
    return new Settings(new Node.Mapping(nodes, 1), "encoder.onnx", problems);
  }
}
