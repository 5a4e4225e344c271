package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.IdOrder;
import no.grenselos.feed.http.Json;

/**
 * The place of a search, as without a stream, and the latest posts, since X tells some twice and
 * not in order (docs.x.com, Consuming streaming data).
 *
 * @param recent ids, the latest last
 */
record StreamPlace(XCursor search, List<String> recent) {
  /** What is told twice is told within a short while. */
  private static final int KEPT = 200;

  /** 99 of 100 posts come within seven seconds; a minute is far more than that. */
  private static final Duration LATE = Duration.ofMinutes(1);

  /** A post's number is milliseconds and 22 bits. */
  private static final int TIME_BITS = 22;

  StreamPlace {
    recent = List.copyOf(recent.subList(Math.max(0, recent.size() - KEPT), recent.size()));
  }

  static StreamPlace of(Cursor cursor) {
    JsonNode node = Json.parse(cursor.text()).orElseGet(Json::object);
    List<String> recent =
        Json.elements(node.path("recent")).stream().map(id -> id.asText("")).toList();
    return new StreamPlace(XCursor.of(cursor), recent);
  }

  Cursor cursor() {
    ObjectNode node =
        Json.object()
            .put("since", search.since())
            .put("newest", search.newest())
            .put("next", search.next());
    ArrayNode list = node.putArray("recent");
    recent.forEach(list::add);
    return new Cursor(Json.write(node));
  }

  boolean knows(String id) {
    return recent.contains(id);
  }

  StreamPlace with(List<String> more) {
    return new StreamPlace(search, Stream.concat(recent.stream(), more.stream()).toList());
  }

  /** Everything up to there was read, unless more was already. */
  StreamPlace moved(String since) {
    boolean newer = IdOrder.OLDEST_FIRST.compare(since, search.since()) > 0;
    if (!newer) return this;
    return new StreamPlace(new XCursor(since, search.newest(), search.next()), recent);
  }

  /** A while before, for what came late. */
  StreamPlace earlier() {
    if (search.paging() || !search.since().matches("\\d{16,19}")) return this;
    long back = Long.parseLong(search.since()) - (LATE.toMillis() << TIME_BITS);
    return new StreamPlace(new XCursor(String.valueOf(Math.max(1, back)), "", ""), recent);
  }
}
