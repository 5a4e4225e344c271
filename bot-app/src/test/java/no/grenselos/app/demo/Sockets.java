package no.grenselos.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a process listens on, as Linux tells of it under {@code /proc}. */
final class Sockets {
  /** TCP that listens; UDP that takes from anybody. */
  private static final Set<String> LISTENS = Set.of("tcp 0A", "udp 07");

  private static final String MAPPED = "0000000000000000FFFF0000";

  private Sockets() {}

  /** As {@code tcp 127.0.0.1:8080}; an address of IPv6 that is none of IPv4 in hexadecimal. */
  static Set<String> listening(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    Set<String> own = own(process.resolve("fd"));
    Set<String> found = new TreeSet<>();
    for (String table : Set.of("tcp", "tcp6", "udp", "udp6")) {
      for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
        String[] columns = line.strip().split("\\s+");
        String kind = table.substring(0, 3);
        if (!LISTENS.contains(kind + " " + columns[3]) || !own.contains(columns[9])) continue;
        found.add(kind + " " + address(columns[1]));
      }
    }
    return found;
  }

  private static Set<String> own(Path descriptors) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> all = Files.list(descriptors)) {
      for (Path one : all.toList()) {
        String target = target(one);
        if (target.startsWith("socket:[")) inodes.add(target.replaceAll("\\D", ""));
      }
    }
    return inodes;
  }

  /** Empty for one that was closed meanwhile. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String address(String column) {
    String[] parts = column.split(":");
    int port = Integer.parseInt(parts[1], 16);
    String host = parts[0];
    if (host.startsWith(MAPPED)) host = host.substring(MAPPED.length());
    return (host.length() == 8 ? ipv4(host) : host) + ":" + port;
  }

  /** Four bytes in the order of the machine, which is backwards on all we run on. */
  private static String ipv4(String hex) {
    StringBuilder address = new StringBuilder();
    for (int i = 6; i >= 0; i -= 2) {
      address.append(Integer.parseInt(hex.substring(i, i + 2), 16)).append(i == 0 ? "" : ".");
    }
    return address.toString();
  }
}
