package no.grenselos.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds in memory. */
final class Memory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Memory() {}

  /** Resident set in megabytes; the heap alone where the system does not tell. */
  static long residentMegabytes() {
    try {
      if (Files.isReadable(STATUS)) {
        return Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElseGet(Memory::heapMegabytes);
      }
    } catch (IOException e) {
      return heapMegabytes();
    }
    return heapMegabytes();
  }

  private static long heapMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
