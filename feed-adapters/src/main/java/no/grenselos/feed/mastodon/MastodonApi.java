package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.grenselos.config.Secret;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import okhttp3.HttpUrl;

/** What we ask a server, and its answers in our terms. */
record MastodonApi(FeedClient client, HttpUrl server, Optional<Secret> token) {
  /** A list of items, or why there is none. */
  sealed interface Loaded {
    /**
     * @param mayGoOn whether the server's limit leaves room for another request
     */
    record Items(List<JsonNode> items, boolean mayGoOn) implements Loaded {}

    record Not(Fetch fetch) implements Loaded {}
  }

  /** One post, asked for by its id. */
  sealed interface Found {
    record Post(JsonNode status) implements Found {}

    record Gone() implements Found {}

    record Unknown(Fetch why) implements Found {}
  }

  Loaded list(HttpUrl address) {
    return list(address, answer -> answer);
  }

  private Loaded list(HttpUrl address, UnaryOperator<JsonNode> part) {
    return switch (client.get(address, headers())) {
      case Answer.Ok ok ->
          Json.parse(ok.body().bytes())
              .map(part)
              .filter(JsonNode::isArray)
              .<Loaded>map(array -> new Loaded.Items(Json.elements(array), !ok.lastAllowed()))
              .orElseGet(() -> new Loaded.Not(new Fetch.Failed("the answer is no list of posts")));
      case Answer.Trouble trouble -> new Loaded.Not(trouble.asFetch(this::refused));
    };
  }

  Found post(String id) {
    HttpUrl address = address("api/v1/statuses").addPathSegment(id).build();
    return switch (client.get(address, headers())) {
      case Answer.Ok ok ->
          Json.parse(ok.body().bytes())
              .filter(JsonNode::isObject)
              .<Found>map(Found.Post::new)
              .orElseGet(() -> new Found.Unknown(new Fetch.Failed("the answer is no post")));
      case Answer.Denied denied when isGone(denied) -> new Found.Gone();
      case Answer.Trouble trouble -> new Found.Unknown(trouble.asFetch(this::refused));
    };
  }

  /** A server that is another one by now, or a gateway before it, denies in HTML. */
  private static boolean isGone(Answer.Denied denied) {
    boolean missing = denied.status() == 404 || denied.status() == 410;
    return missing && Json.parse(denied.body().bytes()).filter(JsonNode::isObject).isPresent();
  }

  /** The post at an address of any server, which ours fetches; needs a token. */
  Loaded search(URI link) {
    HttpUrl address =
        address("api/v2/search")
            .addQueryParameter("q", link.toString())
            .addQueryParameter("type", "statuses")
            .addQueryParameter("resolve", "true")
            .addQueryParameter("limit", "1")
            .build();
    return list(address, answer -> answer.path("statuses"));
  }

  HttpUrl.Builder address(String path) {
    return server.newBuilder().addPathSegments(path);
  }

  Map<String, String> headers() {
    return token
        .map(secret -> Map.of("Authorization", "Bearer " + secret.reveal()))
        .orElseGet(Map::of);
  }

  private Fetch refused(Answer.Denied denied) {
    String who = server.host();
    return switch (denied.status()) {
      case 401, 403 ->
          token.isPresent()
              ? new Fetch.Refused(
                  who + " does not accept the token (" + denied.status() + ")",
                  "Make a new token on "
                      + who
                      + " with the scopes read:statuses, read:notifications, read:search and"
                      + " write:statuses, and set MASTODON_TOKEN to it.")
              : new Fetch.Refused(
                  who + " does not show this without a token (" + denied.status() + ")",
                  "Make a token on " + who + " and set MASTODON_TOKEN to it.");
      case 404, 410 ->
          new Fetch.Refused(
              who + " knows no such list (" + denied.status() + ")",
              "Check `server`: it must be the address of a Mastodon server.");
      default ->
          new Fetch.Refused(
              who + " rejects the request (" + denied.status() + ")",
              "Check `server` and `hashtags`.");
    };
  }
}
