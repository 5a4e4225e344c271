package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Json;

/**
 * Where a query goes on. X pages from the newest back: the newest id of the <em>first</em> page
 * becomes the next {@code since_id}, but only once all pages are read, and every page is asked for
 * with the same {@code since_id} (docs.x.com, Pagination; Polling).
 *
 * @param since everything up to here is read; empty at the very start
 * @param newest of the first page of the paging under way; empty between pagings
 * @param next token of the next page of that paging; empty between pagings
 */
record XCursor(String since, String newest, String next) {
  static XCursor of(Cursor cursor) {
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    return new XCursor(
        Json.text(node, "since"), Json.text(node, "newest"), Json.text(node, "next"));
  }

  Cursor cursor() {
    return new Cursor(
        Json.write(Json.object().put("since", since).put("newest", newest).put("next", next)));
  }

  boolean paging() {
    return !next.isEmpty();
  }

  /** After a page that names its newest id and, unless it is the last, the next page. */
  XCursor after(String pageNewest, String pageNext) {
    String first = newest.isEmpty() ? pageNewest : newest;
    boolean last = pageNext.isEmpty() || since.isEmpty();
    // the very first look takes one page: older posts are history
    if (!last) return new XCursor(since, first, pageNext);
    return new XCursor(first.isEmpty() ? since : first, "", "");
  }

  /** The same paging once more from its first page. */
  XCursor fromFirstPage() {
    return new XCursor(since, "", "");
  }
}
