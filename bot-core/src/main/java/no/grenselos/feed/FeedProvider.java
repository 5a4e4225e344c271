package no.grenselos.feed;

import no.grenselos.config.Settings;
import no.grenselos.mention.Network;

/**
 * Makes the feeds of one network; found by {@link java.util.ServiceLoader}. Does no I/O before a
 * feed's first fetch.
 */
public interface FeedProvider {
  Network network();

  /**
   * Reads the settings under {@code feeds[n].<network>}, reporting problems there, ends with {@code
   * settings.finish()}.
   *
   * @param name of the entry in config; the feeds' names start with it
   */
  Source open(String name, Settings settings, FeedContext context);
}
