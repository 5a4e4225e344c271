package no.grenselos.app.wiring;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.grenselos.app.config.AppSettings;
import no.grenselos.config.ConfigException;
import no.grenselos.config.Problems;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.gloss.Gloss;
import no.grenselos.reading.gloss.Lexicon;
import no.grenselos.reading.meaning.Meanings;

/** Opens the text encoder of a configuration. */
public final class Encoders {
  private Encoders() {}

  /**
   * The configured encoder, its model not loaded yet; empty when the configuration wants none, or
   * names none and none is installed. What is wrong with its settings is reported there.
   */
  public static Optional<WatchedEncoder> open(Setup setup, AppSettings app) {
    return open(setup, app.encoder());
  }

  private static Optional<WatchedEncoder> open(Setup setup, AppSettings.Part part) {
    if (part.kind().equals(AppSettings.NO_ENCODER)) return Optional.empty();
    var provider = Objects.requireNonNull(setup.providers().encoders().get(part.kind()));
    return Optional.of(new WatchedEncoder(provider.open(part.settings())));
  }

  /**
   * The encoder that the configuration names, whatever else of it is broken; the usual one where
   * there is no configuration.
   *
   * @throws ConfigException with every problem of the encoder's part
   */
  public static Optional<WatchedEncoder> of(Setup setup) {
    return of(setup, part -> part);
  }

  /**
   * The same, but with so many texts in a run.
   *
   * @param batch 1 to 64
   */
  public static Optional<WatchedEncoder> batched(Setup setup, int batch) {
    String texts = Integer.toString(batch);
    return of(
        setup, part -> new AppSettings.Part(part.kind(), part.settings().with("batch", texts)));
  }

  private static Optional<WatchedEncoder> of(Setup setup, UnaryOperator<AppSettings.Part> changed) {
    Problems problems = new Problems(setup.files().folder());
    AppSettings.Part part =
        changed.apply(AppSettings.encoder(setup.files(), setup.providers().known(), problems));
    Optional<WatchedEncoder> encoder = open(setup, part);
    problems.throwIfAny();
    return encoder;
  }

  /** What texts mean, by our lexicon alone and this encoder. */
  public static Meanings meanings(Optional<? extends TextEncoder> encoder) {
    return meanings(encoder, Lexicon.ours());
  }

  /** What texts mean, by this lexicon and this encoder. */
  public static Meanings meanings(Optional<? extends TextEncoder> encoder, Lexicon lexicon) {
    return new Meanings(new Gloss(lexicon), encoder.map(one -> (TextEncoder) one));
  }
}
