package no.grenselos.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a process holds in memory, as Linux tells it. */
final class Memory {
  private Memory() {}

  /** Resident set of this process in megabytes; the heap alone where the system does not tell. */
  static long residentMegabytes() {
    return residentMegabytes(ProcessHandle.current().pid()).orElseGet(Memory::heapMegabytes);
  }

  /** Resident set in megabytes; empty where the system does not tell. */
  static OptionalLong residentMegabytes(long process) {
    Path status = Path.of("/proc", Long.toString(process), "status");
    if (!Files.isReadable(status)) return OptionalLong.empty();
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static long heapMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
