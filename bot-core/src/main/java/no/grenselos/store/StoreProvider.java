package no.grenselos.store;

import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;

/** Opens one engine; found by {@link java.util.ServiceLoader}. */
public interface StoreProvider {
  /** The key under {@code store:}. */
  String engine();

  /**
   * Opens the store, brings its schema up to date. The settings are those under {@code
   * store.<engine>}.
   */
  Store open(Settings settings, Secrets secrets);
}
