/**
 * Ports to the networks: feeds bring mentions in, publishers carry replies out. Floor 2: imports
 * mention and below. Start with {@link no.grenselos.feed.FeedProvider}.
 */
@NullMarked
package no.grenselos.feed;

import org.jspecify.annotations.NullMarked;
