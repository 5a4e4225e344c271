package no.grenselos.feed.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import okhttp3.HttpUrl;

/**
 * What we ask about one place, each call counted before it is made, and the answers in our terms.
 */
record YouTubeApi(
    FeedClient client, HttpUrl api, Optional<Secret> key, Place place, DailyUnits units) {
  /** The most that the API gives at once; sorted by time it often gives about twenty. */
  private static final int PAGE = 100;

  /** How many ids we ask about in one call; the API's own bound is not documented. */
  static final int IDS = 50;

  /** A list, or why there is none. */
  sealed interface Loaded {
    /**
     * @param next token of the next page; empty on the last
     */
    record Page(List<JsonNode> items, String next) implements Loaded {}

    /**
     * @param missing whether an id that was asked for leads nowhere
     */
    record Not(Fetch fetch, boolean missing) implements Loaded {}
  }

  /** The place's threads, newest first. */
  Loaded newest(String pageToken) {
    return load(
        paged(threads().addQueryParameter(place.filter(), place.id()), pageToken)
            .addQueryParameter("order", "time"));
  }

  /** Those of the threads that are still there. */
  Loaded threads(List<String> ids) {
    return load(threads().addQueryParameter("id", String.join(",", ids)));
  }

  /** All replies of a thread, in an order that YouTube has turned round before. */
  Loaded replies(String thread, String pageToken) {
    return load(paged(comments().addQueryParameter("parentId", thread), pageToken));
  }

  /** Those of the comments that are still there. */
  Loaded comments(List<String> ids) {
    return load(comments().addQueryParameter("id", String.join(",", ids)));
  }

  private HttpUrl.Builder threads() {
    return address(api, "commentThreads").addQueryParameter("part", "snippet,replies");
  }

  private HttpUrl.Builder comments() {
    return address(api, "comments").addQueryParameter("part", "snippet");
  }

  static HttpUrl.Builder address(HttpUrl api, String method) {
    return api.newBuilder().addPathSegments("youtube/v3").addPathSegment(method);
  }

  static HttpUrl.Builder paged(HttpUrl.Builder address, String pageToken) {
    address.addQueryParameter("maxResults", String.valueOf(PAGE));
    return pageToken.isEmpty() ? address : address.addQueryParameter("pageToken", pageToken);
  }

  private Loaded load(HttpUrl.Builder address) {
    if (key.isEmpty()) {
      return not(
          new Fetch.Refused(
              "YouTube shows nothing without a key",
              "Make an API key in the Google Cloud console for a project with \"YouTube Data API"
                  + " v3\", and set YOUTUBE_API_KEY to it."));
    }
    if (!units.take()) return not(units.usedUp());
    address.addQueryParameter("textFormat", "html").addQueryParameter("key", key.get().reveal());
    return switch (client.get(address.build(), Map.of())) {
      case Answer.Ok ok -> loaded(Json.parse(ok.body().bytes()).orElseGet(Json::object));
      case Answer.Denied denied -> denied(ApiError.of(denied));
      case Answer.Trouble trouble ->
          not(trouble.asFetch(denied -> ApiError.of(denied).fetch(place, units)));
    };
  }

  private Loaded denied(ApiError error) {
    if (error.quotaEnded()) units.over();
    return new Loaded.Not(error.fetch(place, units), error.missing());
  }

  static Loaded loaded(JsonNode answer) {
    JsonNode items = answer.path("items");
    boolean list = items.isArray() || Json.text(answer, "kind").endsWith("ListResponse");
    return list
        ? new Loaded.Page(Json.elements(items), Json.text(answer, "nextPageToken"))
        : not(new Fetch.Failed("the answer is no list of comments"));
  }

  private static Loaded not(Fetch fetch) {
    return new Loaded.Not(fetch, false);
  }
}
