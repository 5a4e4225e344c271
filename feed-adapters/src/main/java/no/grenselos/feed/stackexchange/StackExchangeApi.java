package no.grenselos.feed.stackexchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import okhttp3.HttpUrl;

/** What we ask of one site, and its answers in our terms. Safe for many threads. */
final class StackExchangeApi {
  /** The most that the API gives at once, of a list and of ids asked for (docs, Paging). */
  static final int PAGE = 100;

  private final FeedClient client;
  private final HttpUrl api;
  private final String site;
  private final Optional<Secret> key;
  private volatile Optional<Allowance> allowance = Optional.empty();

  /** A list of questions, or why there is none. */
  sealed interface Loaded {
    /**
     * @param backoff how long the API wants to be left alone from now on; zero mostly
     */
    record Questions(List<JsonNode> items, boolean more, Duration backoff) implements Loaded {}

    record Not(Fetch fetch) implements Loaded {}
  }

  StackExchangeApi(FeedClient client, HttpUrl api, String site, Optional<Secret> key) {
    this.client = client;
    this.api = api;
    this.site = site;
    this.key = key;
  }

  String site() {
    return site;
  }

  /** Every answer says what is left of the day's quota. */
  Optional<Allowance> allowance() {
    return allowance;
  }

  FeedClient client() {
    return client;
  }

  /**
   * Questions with all the tags by their last activity, oldest first: a new question is active, and
   * so is an edited one.
   *
   * @param since in Unix seconds, included
   * @param page from 1
   */
  Loaded activeSince(String tags, long since, int page) {
    return load(
        address("questions")
            .addQueryParameter("tagged", tags)
            .addQueryParameter("sort", "activity")
            .addQueryParameter("order", "asc")
            .addQueryParameter("min", String.valueOf(since))
            .addQueryParameter("page", String.valueOf(page)));
  }

  /** Those of the questions that are still there. */
  Loaded questions(List<String> ids) {
    return load(address("questions/" + String.join(";", ids)));
  }

  private HttpUrl.Builder address(String method) {
    return api.newBuilder().addPathSegment("2.3").addPathSegments(method);
  }

  private Loaded load(HttpUrl.Builder address) {
    address
        .addQueryParameter("site", site)
        .addQueryParameter("pagesize", String.valueOf(PAGE))
        .addQueryParameter("filter", "withbody");
    key.ifPresent(secret -> address.addQueryParameter("key", secret.reveal()));
    return switch (client.get(address.build(), Map.of())) {
      case Answer.Ok ok -> loaded(Json.parse(ok.body().bytes()).orElseGet(Json::object));
      case Answer.Denied denied -> new Loaded.Not(ApiError.fetch(denied, key.isPresent()));
      case Answer.Trouble trouble ->
          new Loaded.Not(trouble.asFetch(denied -> ApiError.fetch(denied, key.isPresent())));
    };
  }

  private Loaded loaded(JsonNode answer) {
    JsonNode left = answer.path("quota_remaining");
    if (left.canConvertToInt() && left.asInt() >= 0) {
      long most = answer.path("quota_max").asLong();
      allowance = Optional.of(new Allowance(left.asInt(), most > 0 ? most : null, null));
    }
    JsonNode items = answer.path("items");
    if (!items.isArray()) return new Loaded.Not(new Fetch.Failed("the answer is no list"));
    long backoff = Math.clamp(answer.path("backoff").asLong(), 0, Duration.ofDays(1).toSeconds());
    return new Loaded.Questions(
        Json.elements(items), answer.path("has_more").asBoolean(), Duration.ofSeconds(backoff));
  }
}
