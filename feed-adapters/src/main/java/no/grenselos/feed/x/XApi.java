package no.grenselos.feed.x;

import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import okhttp3.HttpUrl;

/**
 * What we ask X as an app, and its answers in our terms.
 *
 * @param token of the app; reading needs one
 */
record XApi(FeedClient client, Optional<Secret> token) {
  /** A page, or why there is none. */
  sealed interface Loaded {
    record Page(XPage page, boolean mayGoOn) implements Loaded {}

    /** 400: X does not take the paging token or the since_id any more. */
    record Outdated(Fetch fetch) implements Loaded {}

    record Not(Fetch fetch) implements Loaded {}
  }

  Loaded page(HttpUrl address) {
    if (token.isEmpty()) return new Loaded.Not(noToken());
    return switch (client.get(address, headers(token.get()))) {
      case Answer.Ok ok ->
          Json.parse(ok.body().bytes())
              .flatMap(XPage::of)
              .<Loaded>map(page -> new Loaded.Page(page, !ok.lastAllowed()))
              .orElseGet(() -> new Loaded.Not(new Fetch.Failed("the answer is no page of posts")));
      case Answer.Denied denied when denied.status() == 400 -> new Loaded.Outdated(refused(denied));
      case Answer.Trouble trouble -> new Loaded.Not(trouble.asFetch(XApi::refused));
    };
  }

  static Map<String, String> headers(Secret token) {
    return Map.of("Authorization", "Bearer " + token.reveal());
  }

  private static Fetch noToken() {
    return new Fetch.Refused(
        "X shows nothing without a token",
        "Make an app in X's developer console and set X_BEARER_TOKEN to its bearer token.");
  }

  static Fetch refused(Answer.Denied denied) {
    return switch (denied.status()) {
      case 400 ->
          new Fetch.Refused(
              "X does not understand the request (400)",
              "Check `search`: operators, quotes and brackets as in X's search documentation.");
      case 401 ->
          new Fetch.Refused(
              "X does not accept the token (401)",
              "Make a new bearer token in X's developer console and set X_BEARER_TOKEN to it.");
      case 402, 403 ->
          new Fetch.Refused(
              "X does not allow this to the app (" + denied.status() + ")",
              "Look in X's developer console: credit, spending limit, and what the app may do.");
      case 404 ->
          new Fetch.Refused(
              "X knows no such account or page (404)", "Check `user-id`, and `api` if set.");
      default ->
          new Fetch.Refused(
              "X rejects the request (" + denied.status() + ")",
              "Check the settings of this feed.");
    };
  }
}
