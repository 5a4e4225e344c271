/**
 * Reddit through its OAuth API: search, new comments of subreddits and mentions of an account in,
 * replies out. Imports bot-core and the shared http package. Start with {@link
 * no.grenselos.feed.reddit.RedditFeedProvider}.
 */
@NullMarked
package no.grenselos.feed.reddit;

import org.jspecify.annotations.NullMarked;
