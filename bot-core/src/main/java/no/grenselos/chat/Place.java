package no.grenselos.chat;

import no.grenselos.expert.Handle;

/** Where a card is shown. */
public sealed interface Place {
  String house();

  /** Names it, over all houses. */
  String key();

  /** Direct messages with one person. */
  record Direct(Handle to) implements Place {
    @Override
    public String house() {
      return to.house();
    }

    @Override
    public String key() {
      return to.toString();
    }
  }

  /**
   * A channel.
   *
   * @param name {@code #kundeservice}, or the house's own channel id
   */
  record Channel(String house, String name) implements Place {
    @Override
    public String key() {
      return house + ":" + name;
    }
  }
}
