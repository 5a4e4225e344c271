package no.grenselos.feed;

import java.time.Duration;
import java.util.Optional;
import no.grenselos.mention.Network;

/**
 * Reads public posts of one source. One thread at a time calls {@link #fetch}; the rest may come
 * from any.
 */
public interface Feed extends AutoCloseable {
  /** As in config; unique within the installation; names the cursor. */
  String name();

  Network network();

  /** How long to rest after a page without more. */
  Duration poll();

  /**
   * One page after the cursor. Never throws for what the network does; remembers nothing that the
   * cursor does not say.
   */
  Fetch fetch(Cursor cursor);

  /** What the network said it still allows us; empty where it does not, or before a first look. */
  default Optional<Allowance> allowance() {
    return Optional.empty();
  }

  /** What its reading costs and may cost, as the admin wrote it; empty where nothing is written. */
  default Optional<Budget> budget() {
    return Optional.empty();
  }

  /** Whether its money covers one more look, after so many posts of the month. */
  default boolean affords(long posts) {
    return budget().map(money -> money.allows(posts, mostPosts())).orElse(true);
  }

  /** What its posts are counted under; feeds with the same share a budget. */
  default String meter() {
    return name();
  }

  /** The most posts that one {@link #fetch} may bring, for who must not read too many. */
  default int mostPosts() {
    return 100;
  }

  /**
   * Another process reads it from now on: ends what was kept open. {@link #fetch} may be called
   * again one day.
   */
  default void release() {}

  /** Ends a running fetch promptly, within a second. */
  @Override
  void close();
}
