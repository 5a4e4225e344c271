package no.grenselos.feed;

import no.grenselos.mention.Network;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a feed by who does not have the feed itself: other nodes, and commands
 * beside them.
 *
 * @param meter what its posts are counted under, with those of other feeds
 * @param budget what its reading costs and may cost; null where nothing is written
 */
public record FeedLabel(String name, Network network, String meter, @Nullable Budget budget) {
  public static FeedLabel of(Feed feed) {
    return new FeedLabel(feed.name(), feed.network(), feed.meter(), feed.budget().orElse(null));
  }
}
