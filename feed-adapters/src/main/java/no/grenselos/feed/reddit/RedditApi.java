package no.grenselos.feed.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import okhttp3.HttpUrl;

/** What we ask Reddit, and its answers in our terms. */
record RedditApi(FeedClient client, HttpUrl api, RedditAccess access, String userAgent) {
  /** A page of a listing, or why there is none. */
  sealed interface Loaded {
    /**
     * @param things each with its kind and data
     * @param after name to go on with; empty on the last page
     * @param mayGoOn whether Reddit's limit leaves room for another request
     */
    record Page(List<JsonNode> things, String after, boolean mayGoOn) implements Loaded {}

    record Not(Fetch fetch) implements Loaded {}
  }

  Loaded list(HttpUrl address) {
    return switch (asked(headers -> client.get(address, headers))) {
      case Answer.Ok ok ->
          Json.parse(ok.body().bytes())
              .map(listing -> listing.path("data"))
              .filter(data -> data.path("children").isArray())
              .<Loaded>map(data -> page(data, !ok.lastAllowed()))
              .orElseGet(() -> new Loaded.Not(new Fetch.Failed("the answer is no listing")));
      case Answer.Trouble trouble -> new Loaded.Not(trouble.asFetch(this::refused));
    };
  }

  /** A comment under the thing of that name. */
  Answer comment(String name, String text) {
    HttpUrl address = address("api/comment").build();
    Map<String, String> fields =
        Map.of("api_type", "json", "raw_json", "1", "thing_id", name, "text", text);
    return asked(headers -> client.postForm(address, headers, fields));
  }

  /** With {@code raw_json} the texts come as they are, not as HTML (reddit.com/dev/api). */
  HttpUrl.Builder address(String path) {
    return api.newBuilder().addPathSegments(path).setQueryParameter("raw_json", "1");
  }

  private static Loaded page(JsonNode data, boolean mayGoOn) {
    return new Loaded.Page(
        Json.elements(data.path("children")), RedditThing.nameIn(data, "after"), mayGoOn);
  }

  /** A token that Reddit does not take any more is replaced once. */
  private Answer asked(Function<Map<String, String>, Answer> request) {
    Answer first = once(request);
    boolean tokenEnded = first instanceof Answer.Denied denied && denied.status() == 401;
    return tokenEnded ? once(request) : first;
  }

  private Answer once(Function<Map<String, String>, Answer> request) {
    return switch (access.token()) {
      case RedditAccess.Not not -> not.trouble();
      case RedditAccess.Granted granted -> {
        Answer answer =
            request.apply(
                Map.of(
                    "Authorization",
                    "Bearer " + granted.token().reveal(),
                    "User-Agent",
                    userAgent));
        if (answer instanceof Answer.Denied denied && denied.status() == 401) {
          access.forget(granted);
        }
        yield answer;
      }
    };
  }

  private Fetch refused(Answer.Denied denied) {
    return switch (denied.status()) {
      case 401 ->
          new Fetch.Refused(
              "Reddit does not accept the token (401)",
              "Check `client-id`, REDDIT_CLIENT_SECRET and REDDIT_REFRESH_TOKEN.");
      case 403 ->
          new Fetch.Refused(
              "Reddit does not allow this to the app (403)",
              "A subreddit may be private, or the token lacks a scope: read for search and"
                  + " comments, privatemessages for mentions, history for our own answers.");
      case 404 ->
          new Fetch.Refused(
              "Reddit knows no such place (404)",
              "Check `subreddits`: one may be banned or misspelt; and `api` if set.");
      default ->
          new Fetch.Refused(
              "Reddit rejects the request (" + denied.status() + ")",
              "Check `search` and `subreddits`.");
    };
  }
}
