package no.grenselos.feed.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Answer;
import no.grenselos.feed.http.FeedClient;
import no.grenselos.feed.http.Json;
import no.grenselos.web.Body;
import okhttp3.HttpUrl;

/** What we ask the account's server, signed in; it asks Bluesky's own server where it must. */
record BlueskyApi(FeedClient client, Session session) {
  /** The most that getPosts takes (lexicon app.bsky.feed.getPosts). */
  static final int MOST_POSTS = 25;

  /** Posts asked for by their uris. */
  sealed interface Shown {
    /**
     * @param views those that are there
     */
    record Posts(Map<String, JsonNode> views) implements Shown {}

    record Not(Fetch fetch) implements Shown {}
  }

  private static final Set<String> STALE = Set.of("ExpiredToken", "InvalidToken");

  HttpUrl.Builder method(String name) {
    return session.service().newBuilder().addPathSegments("xrpc/" + name);
  }

  Answer get(HttpUrl url) {
    return signedIn(open -> client.get(url, Session.bearer(open.access())));
  }

  Answer post(HttpUrl url, Body json) {
    return signedIn(open -> client.post(url, Session.bearer(open.access()), json));
  }

  Answer posts(List<String> uris) {
    HttpUrl.Builder url = method("app.bsky.feed.getPosts");
    uris.forEach(uri -> url.addQueryParameter("uris", uri));
    return get(url.build());
  }

  /**
   * @param uris at most {@value #MOST_POSTS}
   */
  Shown shown(List<String> uris) {
    return switch (posts(uris)) {
      case Answer.Trouble trouble -> new Shown.Not(trouble.asFetch(this::refused));
      case Answer.Ok ok -> {
        JsonNode posts = body(ok).path("posts");
        if (!posts.isArray()) {
          yield new Shown.Not(new Fetch.Failed("the answer is no list of posts"));
        }
        Map<String, JsonNode> views = new HashMap<>();
        Json.elements(posts).forEach(view -> views.put(Json.text(view, "uri"), view));
        yield new Shown.Posts(views);
      }
    };
  }

  /** The network's own name for what is wrong; foreign text, to be compared only. */
  static String error(Answer.Denied denied) {
    return Json.parse(denied.body().bytes()).map(node -> Json.text(node, "error")).orElse("");
  }

  static JsonNode body(Answer.Ok ok) {
    return Json.parse(ok.body().bytes()).orElseGet(Json::object);
  }

  Fetch refused(Answer.Denied denied) {
    String who = session.service().host();
    return switch (denied.status()) {
      case 401, 403 ->
          new Fetch.Refused(
              who + " does not let the account read this (" + denied.status() + ")",
              "Make a new app password in Bluesky (Settings, Privacy and security, App passwords)"
                  + " and set BLUESKY_APP_PASSWORD to it.");
      case 404 ->
          new Fetch.Refused(
              who + " knows no such list (404)",
              "Check `service`: it must be the address of the account's own server.");
      default ->
          new Fetch.Refused(
              who + " rejects the request (" + denied.status() + ")",
              "Check `search` and `service`.");
    };
  }

  private Answer signedIn(Function<Session.Open, Answer> asking) {
    return switch (session.current(client)) {
      case Session.Not not -> not.trouble();
      case Session.Open open -> {
        Answer answer = asking.apply(open);
        if (!(answer instanceof Answer.Denied denied) || !isStale(denied)) yield answer;
        yield switch (session.after(open, client)) {
          case Session.Not not -> not.trouble();
          case Session.Open fresh -> asking.apply(fresh);
        };
      }
    };
  }

  private static boolean isStale(Answer.Denied denied) {
    return denied.status() == 401 || (denied.status() == 400 && STALE.contains(error(denied)));
  }
}
