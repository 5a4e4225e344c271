package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
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
 * What we ask Graph as our account, every call with the token and the proof that we are the app it
 * was made for.
 *
 * @param version as {@code v27.0}; Meta serves one for some two years
 */
record GraphApi(
    FeedClient client,
    HttpUrl api,
    String version,
    OurAccount account,
    Secret token,
    AppSecret appSecret,
    GraphUsage usage,
    Clock clock) {
  /** Posts of one page, each with up to fifty comments: more is refused as too much at once. */
  private static final String PAGE = "25";

  /** Most questions in one call (developers.facebook.com, Batch Requests). */
  static final int BATCH = 50;

  /** A list, or why there is none. */
  sealed interface Loaded {
    /**
     * @param next address of the next page; empty on the last
     */
    record Page(List<JsonNode> items, String next) implements Loaded {}

    /**
     * @param missing whether what the list belongs to is not there, or not for us to see
     */
    record Not(Fetch fetch, boolean missing) implements Loaded {
      Not(Fetch fetch) {
        this(fetch, false);
      }
    }
  }

  /** A list of our account. */
  Loaded list(String path, String fields) {
    HttpUrl.Builder address = address(path).addQueryParameter("fields", fields);
    return loaded(get(address.addQueryParameter("limit", PAGE).build()));
  }

  /** Our own latest answers first, where the list knows an order. */
  Loaded answers(String path) {
    return loaded(
        get(
            address(path)
                .addQueryParameter("fields", account.answerFields())
                .addQueryParameter("order", "reverse_chronological")
                .addQueryParameter("limit", "50")
                .build()));
  }

  /** The next page, at the same host only: its address comes with the token from outside. */
  Loaded next(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !isOurs(url)) {
      return new Loaded.Not(new Fetch.Failed("the next page is said to be at another host"));
    }
    return loaded(get(url));
  }

  private boolean isOurs(HttpUrl url) {
    return url.host().equals(api.host())
        && url.port() == api.port()
        && url.isHttps() == api.isHttps();
  }

  Answer post(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("access_token", token.reveal());
    all.put("appsecret_proof", appSecret.proof(token));
    return heard(client.postForm(address(path).build(), Map.of(), all));
  }

  /**
   * Many questions in one call; {@code ?ids=} is no longer there for new apps (Graph API v27.0,
   * legacy features).
   *
   * @param addresses at most {@link #BATCH}
   */
  Answer batch(List<String> addresses) {
    ArrayNode batch = Json.object().putArray("batch");
    addresses.forEach(
        address -> batch.addObject().put("method", "GET").put("relative_url", address));
    return post("", Map.of("batch", Json.write(batch), "include_headers", "false"));
  }

  /** Why we wait by ourselves; empty where we need not. */
  Optional<Fetch.Wait> rest() {
    Optional<Duration> rest = usage.rest(clock.instant());
    return rest.map(time -> new Fetch.Wait(time, "Meta's limit of calls is nearly used up"));
  }

  private HttpUrl.Builder address(String path) {
    return api.newBuilder().addPathSegment(version).addPathSegments(path);
  }

  private Answer get(HttpUrl address) {
    HttpUrl.Builder signed = address.newBuilder();
    signed.setQueryParameter("access_token", token.reveal());
    signed.setQueryParameter("appsecret_proof", appSecret.proof(token));
    return heard(client.get(signed.build(), Map.of()));
  }

  private Answer heard(Answer answer) {
    if (answer instanceof Answer.Ok ok) usage.hear(ok.headers(), clock.instant());
    return answer;
  }

  private Loaded loaded(Answer answer) {
    return switch (answer) {
      case Answer.Ok ok -> page(Json.parse(ok.body().bytes()).orElseGet(Json::object));
      case Answer.Denied denied -> new Loaded.Not(fetch(denied), GraphError.of(denied).missing());
      case Answer.Trouble trouble -> new Loaded.Not(fetch(trouble));
    };
  }

  private static Loaded page(JsonNode answer) {
    JsonNode items = answer.path("data");
    return items.isArray()
        ? new Loaded.Page(Json.elements(items), Json.text(answer.path("paging"), "next"))
        : new Loaded.Not(new Fetch.Failed("the answer is no list"));
  }

  Fetch fetch(Answer.Trouble trouble) {
    return trouble.asFetch(denied -> fetch(GraphError.of(denied)));
  }

  Fetch fetch(GraphError error) {
    return error.fetch(account, usage, clock.instant());
  }
}
