package no.grenselos.app.wiring;

import java.util.Optional;
import no.grenselos.reading.language.LanguageGuess;

/**
 * Loads what the first reading would wait for while other things are made ready. Who needs it
 * meanwhile waits for the rest of it; an end of the process waits for nothing.
 */
public final class WarmUp {
  private WarmUp() {}

  /** Begins to load the model that tells languages: 10 MB, about half a second. */
  static void language() {
    Thread.ofPlatform().daemon().name("warm-up-language").start(LanguageGuess::load);
  }

  /** Begins to load that and the encoder's model, about a second. */
  public static void reading(Optional<WatchedEncoder> encoder) {
    encoder.ifPresent(
        one -> Thread.ofPlatform().daemon().name("warm-up-encoder").start(one::check));
    language();
  }
}
