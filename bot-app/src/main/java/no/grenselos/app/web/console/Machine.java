package no.grenselos.app.web.console;

/**
 * What we run on.
 *
 * @param java its version and whose it is
 * @param system operating system and kind of machine
 * @param processors that we may use
 * @param memory that we may use, in MiB
 * @param used of it, in MiB
 */
public record Machine(String java, String system, int processors, long memory, long used) {
  private static final long MIB = 1L << 20;

  static Machine here() {
    Runtime machine = Runtime.getRuntime();
    return new Machine(
        Runtime.version() + " (" + System.getProperty("java.vendor", "") + ")",
        System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""),
        machine.availableProcessors(),
        machine.maxMemory() / MIB,
        (machine.totalMemory() - machine.freeMemory()) / MIB);
  }
}
