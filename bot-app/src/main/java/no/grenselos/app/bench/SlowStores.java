package no.grenselos.app.bench;

import java.time.Duration;
import java.util.function.Function;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import no.grenselos.store.Books;
import no.grenselos.store.Store;
import no.grenselos.store.StoreProvider;

/** Opens stores that keep their connection longer in each call, until they are told to hurry. */
final class SlowStores implements StoreProvider {
  private final StoreProvider real;
  private volatile Duration longer = Duration.ZERO;

  SlowStores(StoreProvider real) {
    this.real = real;
  }

  /** From the next call on. */
  void slow(Duration byHow) {
    longer = byHow;
  }

  @Override
  public String engine() {
    return real.engine();
  }

  @Override
  public Store open(Settings settings, Secrets secrets) {
    return new Slow(real.open(settings, secrets));
  }

  private final class Slow implements Store {
    private final Store store;

    Slow(Store store) {
      this.store = store;
    }

    @Override
    public <T> T write(Function<Books, T> work) {
      return store.write(books -> waited(books, work));
    }

    @Override
    public <T> T writeAhead(Function<Books, T> work) {
      return store.writeAhead(books -> waited(books, work));
    }

    @Override
    public <T> T read(Function<Books, T> work) {
      return store.read(books -> waited(books, work));
    }

    /** Within the transaction: a slow disk keeps the others waiting too. */
    private <T> T waited(Books books, Function<Books, T> work) {
      T result = work.apply(books);
      try {
        Thread.sleep(longer);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return result;
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
