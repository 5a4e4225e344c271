package no.grenselos.app.bench;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import no.grenselos.app.wiring.Providers;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import no.grenselos.store.Books;
import no.grenselos.store.Store;
import no.grenselos.store.StoreProvider;

/**
 * Opens stores into which one thread may not write until it is let go, so that what others do there
 * can be measured alone.
 */
final class HeldStores implements StoreProvider {
  private final StoreProvider real;
  private final String thread;
  private final CountDownLatch gone = new CountDownLatch(1);

  /**
   * @param thread name of the one held back
   */
  HeldStores(StoreProvider real, String thread) {
    this.real = real;
    this.thread = thread;
  }

  /** Over SQLite. */
  static HeldStores sqlite(String thread) {
    return new HeldStores(real(), thread);
  }

  static StoreProvider real() {
    return Optional.ofNullable(Providers.installed().stores().get("sqlite"))
        .orElseThrow(() -> new IllegalStateException("SQLite is not on the class path"));
  }

  void letGo() {
    gone.countDown();
  }

  @Override
  public String engine() {
    return real.engine();
  }

  @Override
  public Store open(Settings settings, Secrets secrets) {
    return new Held(real.open(settings, secrets));
  }

  private final class Held implements Store {
    private final Store store;

    Held(Store store) {
      this.store = store;
    }

    @Override
    public <T> T write(Function<Books, T> work) {
      if (Thread.currentThread().getName().equals(thread)) await();
      return store.write(work);
    }

    private void await() {
      try {
        gone.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public <T> T writeAhead(Function<Books, T> work) {
      return store.writeAhead(work);
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
}
