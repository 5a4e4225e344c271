package no.grenselos.log;

import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;

/** Opens one kind of log; found by {@link java.util.ServiceLoader}. */
public interface RelayProvider {
  /** The key under {@code log:}. */
  String kind();

  /**
   * Reads the settings under {@code log.<kind>}, reporting problems there, ends with {@code
   * settings.finish()}. Calls nobody before the first use.
   */
  Relay open(Settings settings, Secrets secrets);
}
