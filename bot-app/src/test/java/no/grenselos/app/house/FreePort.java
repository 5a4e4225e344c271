package no.grenselos.app.house;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that are told theirs before they open it. Safe for many threads. */
public final class FreePort {
  /**
   * Below those that Linux gives to whoever names none (ip_local_port_range: from 32768 on), among
   * them the near end of each connection: else somebody may have it before its server opens it.
   */
  private static final int FIRST = 15_000;

  private static final int COUNT = 15_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  /** One that nobody has now, each once. */
  public static int next() {
    while (true) {
      int port = FIRST + ThreadLocalRandom.current().nextInt(COUNT);
      if (GIVEN.add(port) && isFree(port)) return port;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
