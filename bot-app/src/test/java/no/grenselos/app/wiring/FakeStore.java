package no.grenselos.app.wiring;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import no.grenselos.config.Secrets;
import no.grenselos.config.Settings;
import no.grenselos.store.Books;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.store.StoreProvider;

/** A store in memory that can be lost; opened again, it has what it had. */
final class FakeStore implements Store {
  private final MemoryStore memory = new MemoryStore();
  private volatile String lost = "";
  private volatile boolean closed;
  private volatile Optional<Instant> now = Optional.empty();

  StoreProvider provider() {
    return new StoreProvider() {
      @Override
      public String engine() {
        return "memory";
      }

      @Override
      public Store open(Settings settings, Secrets secrets) {
        settings.finish();
        return FakeStore.this;
      }
    };
  }

  /** Refuses all work for this reason; with an empty one, works again. */
  void lose(String reason) {
    lost = reason;
  }

  /** Has a clock of its own, which stands there. */
  void says(Instant time) {
    now = Optional.of(time);
  }

  @Override
  public Optional<Instant> now() {
    return now;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public <T> T write(Function<Books, T> work) {
    refuseWhenLost();
    return memory.write(work);
  }

  @Override
  public <T> T read(Function<Books, T> work) {
    refuseWhenLost();
    return memory.read(work);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void refuseWhenLost() {
    if (!lost.isEmpty()) throw new StoreException(lost, new IllegalStateException());
  }
}
