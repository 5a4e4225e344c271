package no.grenselos.feed;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import no.grenselos.config.Secrets;

/**
 * What a feed is given by the application.
 *
 * @param localAddresses whether loopback and private addresses may be called: tests and the demo
 *     only
 * @param callback where inlets are from outside, each below it by its name; ends in a slash; empty
 *     where nobody reaches us
 */
public record FeedContext(
    Clock clock, Secrets secrets, boolean localAddresses, Optional<URI> callback) {
  /** Where nobody reaches us. */
  public FeedContext(Clock clock, Secrets secrets, boolean localAddresses) {
    this(clock, secrets, localAddresses, Optional.empty());
  }
}
