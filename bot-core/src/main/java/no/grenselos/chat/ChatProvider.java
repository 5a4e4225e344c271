package no.grenselos.chat;

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
}
