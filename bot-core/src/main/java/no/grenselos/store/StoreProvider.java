package no.grenselos.store;

import java.nio.file.Path;
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

  /**
   * Copies what is in the store into a new file, while others read and write it; or says how that
   * is done.
   *
   * @param settings as for {@link #open}
   * @throws StoreException when there is no copy afterwards
   */
  default Backup backup(Settings settings, Secrets secrets, Path to) {
    throw new StoreException("a store of the kind " + engine() + " cannot be copied");
  }
}
