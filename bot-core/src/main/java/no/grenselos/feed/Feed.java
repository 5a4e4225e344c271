package no.grenselos.feed;

import java.time.Duration;
import no.grenselos.mention.Network;

/**
 * Reads public posts of one source. One thread at a time calls {@link #fetch}; {@link #close} may
 * come from any.
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

  /** Ends a running fetch promptly, within a second. */
  @Override
  void close();
}
