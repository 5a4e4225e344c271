/**
 * YouTube: comments under a channel's videos or under single videos, their replies, edits and
 * deletes. Imports bot-core and the shared http package. Start with {@link
 * no.grenselos.feed.youtube.YouTubeFeedProvider}.
 */
@NullMarked
package no.grenselos.feed.youtube;

import org.jspecify.annotations.NullMarked;
