package no.grenselos.encoder;

import java.util.Locale;
import no.grenselos.config.Settings;

/**
 * How a model wants its texts.
 *
 * @param prefix written before each text, as {@code "query: "}; mostly empty
 * @param maxTokens word pieces of a text that count, the marks at both ends among them; 8 to 512
 * @param batch texts in one run, 1 to 64. With 1 the same text always gives the same vector. With
 *     more, the texts of a batch colour each other where the model is quantised as it runs, since
 *     the range of an activation is taken over the whole batch: see {@link OnnxEncoder}
 */
record Recipe(Pooling pooling, String prefix, int maxTokens, int batch) {
  /** A post of 500 characters has some 110 word pieces in English. */
  static final int MAX_TOKENS = 128;

  Recipe {
    if (maxTokens < 8 || maxTokens > 512) {
      throw new IllegalArgumentException("max-tokens is " + maxTokens + ", must be 8 to 512");
    }
    if (batch < 1 || batch > 64) {
      throw new IllegalArgumentException("batch is " + batch + ", must be 1 to 64");
    }
  }

  /** Reads the settings a recipe has, the pooling and prefix given standing where there is none. */
  static Recipe read(Settings settings, Pooling pooling, String prefix) {
    return new Recipe(
        pooling,
        prefix,
        within(settings, "max-tokens", MAX_TOKENS, 8, 512),
        within(settings, "batch", 1, 1, 64));
  }

  static Pooling pooling(Settings settings) {
    return settings
        .parsed(
            "pooling",
            text -> Pooling.valueOf(text.toUpperCase(Locale.ROOT)),
            "must be cls, mean or both, as the model's own description says")
        .orElse(Pooling.MEAN);
  }

  private static int within(Settings settings, String key, int otherwise, int least, int most) {
    int number = settings.number(key, otherwise);
    if (number >= least && number <= most) return number;
    settings.problem(key, "is " + number + ", must be " + least + " to " + most);
    return otherwise;
  }
}
