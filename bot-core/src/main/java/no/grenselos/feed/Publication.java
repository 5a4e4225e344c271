package no.grenselos.feed;

import java.net.URI;
import java.time.Duration;
import no.grenselos.mention.MentionId;

/** How publishing went. */
public sealed interface Publication {
  record Published(MentionId id, URI link) implements Publication {}

  /** Not published; may be tried again after the time. */
  record Wait(Duration time, String reason) implements Publication {}

  /**
   * Unknown whether it was published; the next attempt with the same key finds out.
   *
   * @param settles how long the network takes until it can tell; an earlier attempt might double
   */
  record Unsure(Duration settles, String reason) implements Publication {}

  /** The network will not take it. */
  record Refused(String reason) implements Publication {}
}
