/**
 * What every feed needs on the way out and back: the one HTTP client with its limits, tolerant
 * JSON, HTML as plain text, and a page that survives a bad item. Imports bot-core, OkHttp, Jackson
 * and jsoup, no other feed package. Start with {@link no.grenselos.feed.http.FeedClient}.
 */
@NullMarked
package no.grenselos.feed.http;

import org.jspecify.annotations.NullMarked;
