package no.grenselos.work;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.PostLookup;
import no.grenselos.feed.Publisher;
import no.grenselos.mention.Network;

/**
 * The networks, where we do not wait for what they bring but ask.
 *
 * @param publishers one a network at most
 * @param lookups one a network at most; of those that know a link the first is asked
 */
public record Outside(List<Publisher> publishers, List<PostLookup> lookups) {
  /** Takes no replies, and tells nothing. */
  public static final Outside NOTHING = new Outside(List.of(), List.of());

  public Outside {
    publishers = List.copyOf(publishers);
    lookups = List.copyOf(lookups);
  }

  public Optional<Publisher> publisher(Network network) {
    return publishers.stream().filter(p -> p.network().equals(network)).findFirst();
  }

  /** Who can say what the link leads to. Asks nobody outside. */
  public Optional<PostLookup> lookup(URI link) {
    return lookups.stream().filter(lookup -> lookup.knows(link)).findFirst();
  }
}
