package no.grenselos.feed;

import java.time.Clock;
import no.grenselos.config.Secrets;

/**
 * What a feed is given by the application.
 *
 * @param localAddresses whether loopback and private addresses may be called: tests and the demo
 *     only
 */
public record FeedContext(Clock clock, Secrets secrets, boolean localAddresses) {}
