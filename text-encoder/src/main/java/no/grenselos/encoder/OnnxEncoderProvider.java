package no.grenselos.encoder;

import java.nio.file.Path;
import java.util.Locale;
import no.grenselos.config.Settings;
import no.grenselos.reading.EncoderProvider;
import no.grenselos.reading.TextEncoder;

/** {@code encoder.onnx}: a sentence model the operator has, as one that knows many languages. */
public final class OnnxEncoderProvider implements EncoderProvider {
  @Override
  public String kind() {
    return "onnx";
  }

  @Override
  public TextEncoder open(Settings settings) {
    Path model = file(settings, "model");
    Path tokenizer = file(settings, "tokenizer");
    Recipe recipe = Recipe.read(settings, Recipe.pooling(settings), settings.text("prefix", ""));
    String name = settings.text("name", name(model, recipe));
    settings.finish();
    return new OnnxEncoder(name, new ModelFiles.OnDisk(model, tokenizer), recipe);
  }

  private static Path file(Settings settings, String key) {
    String text = settings.text(key); // reports when it is missing
    if (text.isEmpty()) return Path.of("");
    return settings.parsed(key, Path::of, "must be the path of a file").orElse(Path.of(""));
  }

  /** What changes the vectors is in the name, since vectors of two names are never compared. */
  private static String name(Path model, Recipe recipe) {
    String file = String.valueOf(model.getFileName()).replaceFirst("\\.onnx$", "");
    String prefix = recipe.prefix().replaceAll("[^\\p{Alnum}]+", "");
    String pooling = recipe.pooling().name().toLowerCase(Locale.ROOT);
    return file + "-" + pooling + (prefix.isEmpty() ? "" : "-" + prefix);
  }
}
