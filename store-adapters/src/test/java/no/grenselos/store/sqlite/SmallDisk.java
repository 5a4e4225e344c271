package no.grenselos.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import no.grenselos.store.Books;
import no.grenselos.store.Store;

/**
 * A store in SQLite on a disk that is full until somebody makes room. The disk is SQLite's own
 * limit of pages, which fails in the same place and with the same code as the file system's.
 */
public final class SmallDisk implements Store {
  private static final int PAGE = 4096;

  private final Path file;
  private Store store;

  private SmallDisk(Path file, Store store) {
    this.file = file;
    this.store = store;
  }

  /**
   * @param pages how many are left when the tables are made
   */
  public static SmallDisk open(Path file, int pages) throws IOException {
    SqliteStoreProvider.open(file, SqliteLimits.DEFAULT).close();
    long most = Files.size(file) / PAGE + pages;
    SqliteLimits limits = new SqliteLimits(Duration.ofMillis(100), Duration.ofSeconds(2), most);
    return new SmallDisk(file, SqliteStoreProvider.open(file, limits));
  }

  public void makeRoom() {
    store.close();
    store = SqliteStoreProvider.open(file, SqliteLimits.DEFAULT);
  }

  @Override
  public <T> T write(Function<Books, T> work) {
    return store.write(work);
  }

  @Override
  public <T> T read(Function<Books, T> work) {
    return store.read(work);
  }

  @Override
  public void close() {
    store.close();
  }
}
