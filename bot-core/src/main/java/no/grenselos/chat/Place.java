package no.grenselos.chat;

import no.grenselos.expert.Handle;

/** Where a card is shown. */
public sealed interface Place {
  String house();

  /** Direct messages with one person. */
  record Direct(Handle to) implements Place {
    @Override
    public String house() {
      return to.house();
    }
  }

  /**
   * A channel.
   *
   * @param name {@code #kundeservice}, or the house's own channel id
   */
  record Channel(String house, String name) implements Place {}
}
