package no.grenselos.chat;

import java.util.Optional;
import no.grenselos.config.Settings;

/**
 * Connects one chat house; found by {@link java.util.ServiceLoader}. Does no I/O before {@link
 * Chat#start()} or a first send.
 */
public interface ChatProvider {
  /** The key under {@code chats:}, and the house of its handles. */
  String house();

  /**
   * Reads the settings under {@code chats.<house>}, reporting problems there, ends with {@code
   * settings.finish()}.
   */
  Chat open(Settings settings, ChatContext context);

  /**
   * The package that makes our bot known to the house, from the same settings; empty where the
   * house takes none, as by default. Needs no secret and calls nobody. What is missing is reported
   * at the settings, and the package is then not to be used.
   */
  default Optional<AppPackage> appPackage(Settings settings, AppPackage.Order order) {
    return Optional.empty();
  }
}
