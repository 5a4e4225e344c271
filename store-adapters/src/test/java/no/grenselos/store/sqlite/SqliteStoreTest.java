package no.grenselos.store.sqlite;

import java.nio.file.Path;
import no.grenselos.store.Store;
import no.grenselos.store.StoreContract;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  protected Store open() {
    return SqliteStoreProvider.open(folder.resolve("sub/store.db"), SqliteLimits.DEFAULT);
  }
}
