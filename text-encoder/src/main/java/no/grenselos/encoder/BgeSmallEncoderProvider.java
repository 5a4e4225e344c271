package no.grenselos.encoder;

import no.grenselos.config.Settings;
import no.grenselos.reading.EncoderProvider;
import no.grenselos.reading.TextEncoder;

/**
 * {@code encoder.bge-small}: the packaged English model, 384 numbers a text. Weights in 8 bits, 34
 * MB; licence of the model: MIT.
 */
public final class BgeSmallEncoderProvider implements EncoderProvider {
  private static final String FILES = "bge-small-en-v1.5-q";

  @Override
  public String kind() {
    return "bge-small";
  }

  @Override
  public TextEncoder open(Settings settings) {
    Recipe recipe = Recipe.read(settings, Pooling.BOTH, "");
    settings.finish();
    ModelFiles files = new ModelFiles.Packaged(FILES + ".onnx", FILES + "-tokenizer.json");
    return new OnnxEncoder(FILES, files, recipe);
  }
}
