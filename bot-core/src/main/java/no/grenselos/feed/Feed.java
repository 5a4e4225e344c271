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

  /** What one post read costs, as the admin wrote it; empty where nothing is written. */
  default Optional<Price> price() {
    return Optional.empty();
  }

  /** Ends a running fetch promptly, within a second. */
  @Override
  void close();
}
