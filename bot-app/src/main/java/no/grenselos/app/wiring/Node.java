package no.grenselos.app.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import no.grenselos.store.FeedStates;
import no.grenselos.store.Store;

/**
 * This process among the nodes on one store.
 *
 * @param name unique; tells an admin which machine and process it is, as {@code web1/4711/5f2c1a9e}
 */
record Node(String name) {
  /** Where the machine does not know its own name. */
  private static final String NOWHERE = "node";

  static Node fresh() {
    String random = UUID.randomUUID().toString().substring(0, 8);
    return new Node(host() + "/" + ProcessHandle.current().pid() + "/" + random);
  }

  /** Nobody need wait for the hold of a process that was killed on this machine. */
  static void takeOver(Store store) {
    boolean unused =
        store.write(books -> {
          for (FeedStates.Row row : books.feedStates().all()) {
            String holder = row.holder();
            if (holder != null && isGone(holder)) books.feedStates().letGo(row.feed(), holder);
          }
          return true;
        });
  }

  /** Whether it was another process of this machine that runs no more. */
  private static boolean isGone(String node) {
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
