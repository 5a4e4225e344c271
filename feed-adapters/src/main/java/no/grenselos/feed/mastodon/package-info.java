/**
 * Mastodon and servers that speak its API: hashtag timelines and mentions of an account in, asked
 * for or listened to, replies out. Imports bot-core and the shared http package. Start with {@link
 * no.grenselos.feed.mastodon.MastodonFeedProvider}.
 */
@NullMarked
package no.grenselos.feed.mastodon;

import org.jspecify.annotations.NullMarked;
