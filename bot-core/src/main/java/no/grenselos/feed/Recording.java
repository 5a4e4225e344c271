package no.grenselos.feed;

import no.grenselos.mention.Network;

/**
 * Reads a recorded answer of a network as if it had just arrived: for replays, for {@code parse},
 * and for tests on recorded files. Found by {@link java.util.ServiceLoader}; does no I/O; safe for
 * many threads.
 */
public interface Recording {
  Network network();

  /**
   * What {@code parse} calls this shape of answers, such as {@code x} or {@code x-stream}; unique
   * among all.
   */
  default String format() {
    return network().name();
  }

  /**
   * A {@link Fetch.Page} with the file's posts, oldest first, and what could not be read; {@link
   * Fetch.Failed} when the file is not this network's at all. Never throws for what the file holds.
   * Nothing read this way can be answered through an API.
   */
  Fetch replay(byte[] file);
}
