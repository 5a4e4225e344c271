package no.grenselos.route;

import no.grenselos.mention.Author;
import no.grenselos.mention.Network;

/**
 * One of the company's own accounts; what it posts never becomes a ticket. The handle has no
 * leading @.
 */
public record Account(Network network, String handle) {
  /**
   * Whether the author on that network is this account; a local name stands for the same name with
   * its server too.
   */
  public boolean is(Network where, Author author) {
    if (!where.equals(network) || author.handle().isEmpty()) return false;
    return author.handle().equalsIgnoreCase(handle)
        || (!handle.contains("@")
            && author.handle().regionMatches(true, 0, handle + "@", 0, handle.length() + 1));
  }
}
