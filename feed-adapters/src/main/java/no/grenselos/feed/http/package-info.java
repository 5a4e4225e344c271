/**
 * What every feed needs on the way out and back: the one HTTP client with its limits, tolerant
 * JSON, HTML as plain text, a page that survives a bad item, and connections that stay open.
 * Imports bot-core, OkHttp, Jackson and jsoup, no other feed package. Start with {@link
 * no.grenselos.feed.http.FeedClient}, and with {@link no.grenselos.feed.http.LiveFeed} for streams.
 */
@NullMarked
package no.grenselos.feed.http;

import org.jspecify.annotations.NullMarked;
