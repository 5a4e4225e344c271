package no.grenselos.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps everything in memory, for tests of the flows. Each write works on a copy that replaces the
 * state when the work is done, so work that throws leaves nothing behind; meant for thousands of
 * rows, not for millions.
 */
public final class MemoryStore implements Store {
  private final ReentrantLock writing = new ReentrantLock();
  private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);
  private volatile MemoryState kept = new MemoryState().frozen();

  @Override
  public <T> T write(Function<Books, T> work) {
    return alone(() -> {
      writing.lock();
      try {
        MemoryState draft = kept.copy();
        T result = work.apply(new MemoryBooks(draft));
        kept = draft.frozen();
        return result;
      } finally {
        writing.unlock();
      }
    });
  }

  @Override
  public <T> T read(Function<Books, T> work) {
    return alone(() -> work.apply(new MemoryBooks(kept)));
  }

  @Override
  public void close() {}

  private <T> T alone(Supplier<T> work) {
    if (busy.get()) throw new IllegalStateException("write and read must not nest");
    busy.set(true);
    try {
      return work.get();
    } finally {
      busy.remove();
    }
  }
}
