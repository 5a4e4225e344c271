package no.grenselos.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What some work took of one core: the clock's time, or what all of the process but the stand-ins
 * used of processors, whichever is longer. So neither a second core nor a compiler beside it makes
 * the work look lighter, and waiting for the disk counts.
 */
record Effort(long clock, long used) {
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Effort now(StandInThreads others) {
    return new Effort(System.nanoTime(), MACHINE.getProcessCpuTime() - others.used());
  }

  double secondsUntil(Effort end) {
    return Math.max(end.clock - clock, end.used - used) / 1e9;
  }

  /** How many processors it was busy on, on average. */
  double processorsUntil(Effort end) {
    return (double) (end.used - used) / (end.clock - clock);
  }
}
