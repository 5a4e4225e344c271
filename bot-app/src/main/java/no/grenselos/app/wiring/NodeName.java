package no.grenselos.app.wiring;

import java.util.Optional;
import java.util.UUID;

/** What this process calls itself among the nodes on one store. */
final class NodeName {
  private NodeName() {}

  /** Unique; tells an admin which machine and process it is, as {@code web1/4711/5f2c1a9e}. */
  static String fresh() {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("node");
    String random = UUID.randomUUID().toString().substring(0, 8);
    return host + "/" + ProcessHandle.current().pid() + "/" + random;
  }
}
