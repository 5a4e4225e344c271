package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;

/**
 * One of a server's lists of posts.
 *
 * @param address without paging
 * @param ofNotifications whether each item wraps its post
 */
record Timeline(HttpUrl address, boolean ofNotifications) {
  /** The most that a server gives at once (docs.joinmastodon.org, Timelines). */
  static final int PAGE = 40;

  static Timeline ofTags(HttpUrl server, List<String> tags) {
    HttpUrl.Builder address =
        server
            .newBuilder()
            .addPathSegments("api/v1/timelines/tag")
            .addPathSegment(tags.getFirst().toLowerCase(Locale.ROOT));
    tags.stream().skip(1).forEach(tag -> address.addQueryParameter("any[]", tag));
    return new Timeline(sized(address), false);
  }

  static Timeline ofMentions(HttpUrl server) {
    HttpUrl.Builder address =
        server
            .newBuilder()
            .addPathSegments("api/v1/notifications")
            .addQueryParameter("types[]", "mention")
            .addQueryParameter("types[]", "favourite");
    return new Timeline(sized(address), true);
  }

  private static HttpUrl sized(HttpUrl.Builder address) {
    return address.addQueryParameter("limit", String.valueOf(PAGE)).build();
  }

  /**
   * The stream that tells of it.
   *
   * @param server where the streams are
   */
  HttpUrl stream(HttpUrl server) {
    HttpUrl.Builder url = server.newBuilder().addPathSegments("api/v1/streaming");
    if (ofNotifications) return url.addPathSegment("user").build();
    String tag = address.pathSegments().getLast();
    return url.addPathSegment("hashtag").addQueryParameter("tag", tag).build();
  }

  HttpUrl newest() {
    return address;
  }

  HttpUrl after(String id) {
    return address.newBuilder().addQueryParameter("min_id", id).build();
  }

  HttpUrl before(String id) {
    return address.newBuilder().addQueryParameter("max_id", id).build();
  }

  JsonNode post(JsonNode item) {
    return ofNotifications ? item.path("status") : item;
  }
}
