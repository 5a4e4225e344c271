/**
 * Bluesky: searches and what is said to an account in, replies out; and recordings of Jetstream,
 * its stream of everything. Imports bot-core and the shared http package. Start with {@link
 * no.grenselos.feed.bluesky.BlueskyFeedProvider}.
 */
@NullMarked
package no.grenselos.feed.bluesky;

import org.jspecify.annotations.NullMarked;
