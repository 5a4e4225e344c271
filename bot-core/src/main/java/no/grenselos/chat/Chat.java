package no.grenselos.chat;

import java.util.List;
import java.util.Optional;
import no.grenselos.config.Finding;
import no.grenselos.web.Webhook;

/** One chat house, connected. */
public interface Chat extends AutoCloseable {
  ChatPort port();

  /** The door for the house's calls, where it calls us over HTTP. */
  Optional<Webhook> webhook();

  /**
   * Begins to listen, where we call the house (Socket Mode). Returns at once; keeps trying by
   * itself.
   */
  void start();

  /**
   * Tries everything that must be in place: tokens, scopes, secrets.
   *
   * @param channels names used in the rule book
   */
  List<Finding> check(List<String> channels);

  /** How often it is called, what was called in the last minute; nothing where nobody counts. */
  default List<CallRate> rates() {
    return List.of();
  }

  /**
   * Whether the house's door must be open to this machine alone, because it asks nobody who they
   * are.
   */
  default boolean loopbackOnly() {
    return false;
  }

  @Override
  void close();
}
