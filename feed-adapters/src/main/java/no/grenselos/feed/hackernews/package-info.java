/**
 * Hacker News: stories and comments that match a query, by the search API, and what became of them,
 * by the item API. Imports bot-core and the shared http package. Start with {@link
 * no.grenselos.feed.hackernews.HackerNewsFeedProvider}.
 */
@NullMarked
package no.grenselos.feed.hackernews;

import org.jspecify.annotations.NullMarked;
