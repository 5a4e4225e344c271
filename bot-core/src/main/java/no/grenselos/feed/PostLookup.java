package no.grenselos.feed;

import java.net.URI;
import java.util.List;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;

/** Looks single posts up, where a network lets us. Safe for many threads. */
public interface PostLookup extends AutoCloseable {
  Network network();

  /** Whether the link leads to a post of this network. Asks nobody. */
  boolean knows(URI link);

  /**
   * The post behind a link that it {@link #knows}: nothing where there is no such post, a {@link
   * MentionEvent.Deleted} where the network says that it was taken away. Never throws for what the
   * network does.
   */
  Found find(URI link);

  /** The most posts that one {@link #again} may ask for. */
  int most();

  /**
   * How posts that we have are now: of each that is there an {@link MentionEvent.Edited}, with the
   * revision that the network's feeds give it; of each that is gone a {@link MentionEvent.Deleted}.
   * Nothing of a post that the network does not tell of. Never throws for what the network does.
   *
   * @param posts of this network, at most {@link #most}
   */
  Found again(List<MentionId> posts);

  /** Ends running calls promptly, within a second. */
  @Override
  void close();

  /** What came of it. */
  sealed interface Found permits Seen, Fetch.Wait, Fetch.Failed, Fetch.Refused {}

  /** The network answered. */
  record Seen(List<MentionEvent> events, List<Skipped> skipped) implements Found {
    public Seen {
      events = List.copyOf(events);
      skipped = List.copyOf(skipped);
    }
  }
}
