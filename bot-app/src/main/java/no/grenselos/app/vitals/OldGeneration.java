package no.grenselos.app.vitals;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Has the old generation of the heap collected whenever it has grown by an eighth. Java's serial
 * collector enlarges it instead for as long as the heap may grow, which is to a quarter of the
 * machine's memory: a service that needs 60 MB would in time hold gigabytes of what nobody needs.
 * Other collectors look after that themselves.
 */
public final class OldGeneration {
  private static final String SERIAL = "Tenured Gen";
  private static final Duration REST = Duration.ofSeconds(1);

  /** So many times what a collection took: it takes a twentieth of a processor at most. */
  private static final int RESTS = 20;

  private static final long LEAST_BYTES = 8 << 20;

  private final MemoryPoolMXBean pool;
  private final MemoryMXBean memory;
  private final LongSupplier nanos;

  OldGeneration(MemoryPoolMXBean pool, MemoryMXBean memory, LongSupplier nanos) {
    this.pool = pool;
    this.memory = memory;
    this.nanos = nanos;
  }

  /** Empty with another collector than the serial one. */
  public static Optional<OldGeneration> ofSerial() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals(SERIAL))
        .map(pool -> new OldGeneration(pool, ManagementFactory.getMemoryMXBean(), System::nanoTime))
        .findFirst();
  }

  /** One look; returns when to look again. */
  public Duration look() {
    long live = pool.getCollectionUsage().getUsed();
    long grown = pool.getUsage().getUsed() - live;
    if (grown <= Math.max(LEAST_BYTES, live / 8)) return REST;
    long began = nanos.getAsLong();
    memory.gc();
    Duration taken = Duration.ofNanos(nanos.getAsLong() - began);
    return Collections.max(List.of(REST, taken.multipliedBy(RESTS)));
  }
}
