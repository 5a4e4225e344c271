/**
 * Bluesky: searches, what is said to an account, and Jetstream, its stream of everything, in;
 * replies out; and recordings of both. Imports bot-core and the shared http package. Start with
 * {@link no.grenselos.feed.bluesky.BlueskyFeedProvider}.
 */
@NullMarked
package no.grenselos.feed.bluesky;

import org.jspecify.annotations.NullMarked;
