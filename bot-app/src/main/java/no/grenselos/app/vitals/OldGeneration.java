package no.grenselos.app.vitals;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;

/**
 * Has the old generation of the heap collected whenever it has grown by an eighth. Java's serial
 * collector enlarges it instead for as long as the heap may grow, which is to a quarter of the
 * machine's memory: a service that needs 60 MB would in time hold gigabytes of what nobody needs.
 * Other collectors look after that themselves.
 */
public final class OldGeneration {
  private static final String SERIAL = "Tenured Gen";
  private static final Duration REST = Duration.ofSeconds(5);
  private static final long LEAST_BYTES = 8 << 20;

  private final MemoryPoolMXBean pool;
  private final MemoryMXBean memory;

  OldGeneration(MemoryPoolMXBean pool, MemoryMXBean memory) {
    this.pool = pool;
    this.memory = memory;
  }

  /** Empty with another collector than the serial one. */
  public static Optional<OldGeneration> ofSerial() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals(SERIAL))
        .map(pool -> new OldGeneration(pool, ManagementFactory.getMemoryMXBean()))
        .findFirst();
  }

  /** One look; returns when to look again. */
  public Duration look() {
    long live = pool.getCollectionUsage().getUsed();
    long grown = pool.getUsage().getUsed() - live;
    if (grown > Math.max(LEAST_BYTES, live / 8)) memory.gc();
    return REST;
  }
}
