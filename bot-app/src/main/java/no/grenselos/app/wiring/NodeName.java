package no.grenselos.app.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What this process calls itself among the nodes on one store. */
final class NodeName {
  /** Where the machine does not know its own name. */
  private static final String NOWHERE = "node";

  private NodeName() {}

  /** Unique; tells an admin which machine and process it is, as {@code web1/4711/5f2c1a9e}. */
  static String fresh() {
    String random = UUID.randomUUID().toString().substring(0, 8);
    return host() + "/" + ProcessHandle.current().pid() + "/" + random;
  }

  /** Whether it was another process of this machine that runs no more. */
  static boolean isGone(String node) {
    String[] parts = node.split("/", -1);
    if (parts.length != 3 || parts[0].equals(NOWHERE) || !parts[0].equals(host())) return false;
    long pid = Long.parseLong(parts[1]);
    return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return NOWHERE;
    }
  }
}
