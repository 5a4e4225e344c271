package no.grenselos.chat;

import no.grenselos.expert.Handle;

/** What happened to a chat house itself, rather than to a card in it. Told by the house. */
public sealed interface HouseChange extends ChatAction {
  /**
   * A channel, by the house's own id, which it keeps when it is renamed.
   *
   * @param id as in {@link MessageRef#channel}
   */
  record ChannelId(String house, String id) {}

  /** Why a channel is closed to us. */
  enum Why {
    ARCHIVED,
    DELETED,
    /** The bot was removed from it. */
    LEFT
  }

  /**
   * We are not let in any more.
   *
   * @param reason in plain English
   */
  record Disconnected(String house, String reason) implements HouseChange {}

  /** Somebody was deactivated. */
  record PersonGone(Handle who) implements HouseChange {}

  /**
   * Somebody threw the bot out of their own messages, or never let it in: a "no" to being asked.
   */
  record BotBlocked(Handle who) implements HouseChange {}

  /** Somebody may be asked again; may be said of people who were never gone. */
  record PersonBack(Handle who) implements HouseChange {}

  /**
   * Cards there are out of reach. May be said more than once of one happening.
   *
   * @param name as in the rule book, {@code #kundeservice}; empty when the house does not say
   */
  record ChannelGone(ChannelId channel, String name, Why why) implements HouseChange {}

  /**
   * The bot may write there again.
   *
   * @param name as in {@link ChannelGone}
   */
  record ChannelBack(ChannelId channel, String name) implements HouseChange {}

  /**
   * The old name still leads there.
   *
   * @param from as in the rule book; empty when the house does not say
   */
  record ChannelRenamed(ChannelId channel, String from, String to) implements HouseChange {}
}
