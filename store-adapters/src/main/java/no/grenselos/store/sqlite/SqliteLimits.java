package no.grenselos.store.sqlite;

import java.time.Duration;

/**
 * How far one store may go.
 *
 * @param locked how long to wait for another process that writes
 * @param turn how long a thread waits for its turn to write
 * @param pages how large the file may grow, in pages of 4096 bytes; SQLite's own limit by default
 */
record SqliteLimits(Duration locked, Duration turn, long pages) {
  static final SqliteLimits DEFAULT =
      new SqliteLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 4_294_967_294L);
}
