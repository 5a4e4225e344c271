package no.grenselos.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything the application keeps. Safe for many threads and for several processes where the
 * engine is.
 */
public interface Store extends AutoCloseable {
  /**
   * Does the work in one transaction: all of it is kept, or none when it throws. Work must not call
   * out (chat, network) and must not nest; it may be run again from the start when transactions
   * collide, so it must change nothing but the books.
   *
   * @throws StoreException when the engine cannot do it now (locked, full, unreachable); nothing
   *     was kept
   */
  <T> T write(Function<Books, T> work);

  /** As {@link #write}, but before others that wait: for what somebody waits for. */
  default <T> T writeAhead(Function<Books, T> work) {
    return write(work);
  }

  /**
   * Reads, seeing one consistent state. Does not wait for writers. Changing anything is refused
   * with an exception.
   */
  <T> T read(Function<Books, T> work);

  /** The version of the tables, as the engine counts; empty where there are none. */
  default Optional<String> schema() {
    return Optional.empty();
  }

  /** The time by the engine's own clock; empty where that is this machine's. */
  default Optional<Instant> now() {
    return Optional.empty();
  }

  /** The file on this machine that it is kept in; empty for a server's. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  void close();
}
