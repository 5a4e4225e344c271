package no.grenselos.feed;

import no.grenselos.mention.Network;

/** Carries a person's answer out to a network. Safe for many threads. */
public interface Publisher {
  Network network();

  /**
   * Publishes once per key: a repeated key finds the reply that is already there. Never throws for
   * what the network does.
   */
  Publication publish(Reply reply);

  /** How long a reply may be, in the network's own counting. */
  int maxLength();

  /** The text's length in the network's own counting. */
  int length(String text);
}
