package no.grenselos.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import no.grenselos.store.Backup;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.store.StoreProvider;

/**
 * Opens the store in one SQLite file; by default {@code data/grenselos.db} below the working
 * folder. Creates file and folder when they are not there. Settings: {@code file}. For one process
 * at a time.
 */
public final class SqliteStoreProvider implements StoreProvider {
  private static final String FILE = "data/grenselos.db";

  @Override
  public String engine() {
    return "sqlite";
  }

  @Override
  public Store open(Settings settings, Secrets secrets) {
    Path file = Path.of(settings.text("file", FILE));
    settings.finish();
    return open(file, SqliteLimits.DEFAULT);
  }

  @Override
  public Backup backup(Settings settings, Secrets secrets, Path to) {
    Path file = Path.of(settings.text("file", FILE));
    settings.finish();
    return new SqliteBackup(file.toAbsolutePath(), SqliteLimits.DEFAULT).to(to);
  }

  static Store open(Path file, SqliteLimits limits) {
    Path absolute = file.toAbsolutePath();
    try {
      Files.createDirectories(absolute.getParent());
    } catch (IOException e) {
      throw new StoreException(
          "the folder of the database " + absolute + " cannot be made; check who owns it", e);
    }
    return new SqliteFile(absolute, limits).open();
  }
}
