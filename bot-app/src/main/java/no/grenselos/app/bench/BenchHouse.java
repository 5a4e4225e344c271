package no.grenselos.app.bench;

import java.net.URI;
import java.util.Map;
import no.grenselos.app.wiring.Grenselos;

/** The other end of a chat house: it says yes to all we ask, and has people who do something. */
interface BenchHouse extends AutoCloseable {
  /** What we must know to be let in, by the environment's names. */
  Map<String, String> secrets();

  /** The entry of {@code chats:}, in one line of YAML. */
  String settings();

  /**
   * Begins to call the service.
   *
   * @param door where it is called by this house
   */
  Crowd call(Grenselos service, URI door) throws InterruptedException;

  @Override
  void close();

  /** People who do something, as the house tells us of it. Safe for many threads. */
  interface Crowd extends AutoCloseable {
    /** The {@code number}th deed of a mixed crowd, always the same. */
    Deed deed(int number);

    /** The HTTP status; 0 when none came in the house's time. */
    int call(Deed deed);

    @Override
    void close();
  }

  /**
   * What somebody does.
   *
   * @param kept the id under which it is to be kept; empty for what only asks
   * @param type of the body
   */
  record Deed(String kept, String type, String body) {}
}
