package no.grenselos.feed.hackernews;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import okhttp3.HttpUrl;

/** What we ask the search and the site, and their answers in our terms. */
record HackerNewsApi(FeedClient client, HttpUrl search, HttpUrl site) {
  /** The hits of a window, or why there are none. */
  sealed interface Loaded {
    /**
     * @param full whether the window may hold more
     */
    record Hits(List<JsonNode> hits, boolean full) implements Loaded {}

    record Not(Fetch fetch) implements Loaded {}
  }

  /** One item, asked for by its id. */
  sealed interface Found {
    record There(JsonNode item) implements Found {}

    /** Taken away by its author or by the site. */
    record Gone() implements Found {}

    record Unknown() implements Found {}

    /** The site does not answer; asking for others is no use now. */
    record Trouble(Fetch why) implements Found {}
  }

  Loaded hits(String query, Window window) {
    return switch (client.get(address(query, window), Map.of())) {
      case Answer.Ok ok ->
          Json.parse(ok.body().bytes())
              .map(answer -> answer.path("hits"))
              .filter(JsonNode::isArray)
              .map(Json::elements)
              .<Loaded>map(hits -> new Loaded.Hits(hits, hits.size() >= window.page()))
              .orElseGet(() -> new Loaded.Not(new Fetch.Failed("the answer is no list of hits")));
      case Answer.Trouble trouble -> new Loaded.Not(trouble.asFetch(HackerNewsApi::refused));
    };
  }

  Found item(String id) {
    HttpUrl address = site.newBuilder().addPathSegments("v0/item/" + id + ".json").build();
    return switch (client.get(address, Map.of())) {
      case Answer.Ok ok ->
          Json.parse(ok.body().bytes())
              .filter(item -> Json.text(item, "id").equals(id))
              .map(HackerNewsApi::found)
              .orElseGet(Found.Unknown::new);
      case Answer.Trouble trouble ->
          new Found.Trouble(trouble.asFetch(HackerNewsApi::refusedBySite));
    };
  }

  private static Found found(JsonNode item) {
    return Item.isGone(item) ? new Found.Gone() : new Found.There(item);
  }

  private HttpUrl address(String query, Window window) {
    return search
        .newBuilder()
        .addPathSegments("api/v1/search_by_date")
        .addQueryParameter("query", query)
        .addQueryParameter("tags", "(story,poll,comment)")
        .addQueryParameter(
            "numericFilters", "created_at_i>=" + window.from() + ",created_at_i<=" + window.to())
        .addQueryParameter("hitsPerPage", String.valueOf(window.page()))
        .build();
  }

  private static Fetch refusedBySite(Answer.Denied denied) {
    return new Fetch.Refused(
        "the site rejects the request (" + denied.status() + ")", "Check `item-api` if set.");
  }

  private static Fetch refused(Answer.Denied denied) {
    String said =
        Optional.of(denied.status())
            .filter(status -> status == 404)
            .map(status -> "the search knows no such place (404)")
            .orElse("the search rejects the request (" + denied.status() + ")");
    return new Fetch.Refused(said, "Check `search-api` if set, and `queries`.");
  }
}
