package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Recorded;
import no.grenselos.mention.MentionEvent;
import okhttp3.HttpUrl;

/** Finds the posts in a recorded answer, whichever of the API's answers it is. */
final class MastodonRecording {
  private static final HttpUrl NO_SERVER = HttpUrl.get("https://recorded.invalid/");
  static final StatusReader READER = new StatusReader(NO_SERVER, false);

  private MastodonRecording() {}

  static Fetch replay(byte[] file) {
    return Recorded.one(file, MastodonRecording::page);
  }

  private static Fetch page(JsonNode answer) {
    Gathering gathering = new Gathering();
    posts(answer, gathering).stream()
        .sorted(StatusOrder.OLDEST_FIRST)
        .forEach(post ->
            gathering.take(
                Json.text(post, "id"),
                () -> new MentionEvent.Posted(READER.read(post, UnaryOperator.identity()))));
    return gathering.ofRecording();
  }

  /** A timeline, a thread, a search, a list of notifications, or a single post. */
  private static List<JsonNode> posts(JsonNode answer, Gathering gathering) {
    if (isPost(answer)) return List.of(answer);
    List<JsonNode> items = new ArrayList<>(Json.elements(answer));
    for (String part : List.of("ancestors", "descendants", "statuses")) {
      items.addAll(Json.elements(answer.path(part)));
    }
    if (isPost(answer.path("last_status"))) items.add(answer);
    List<JsonNode> posts = new ArrayList<>();
    for (JsonNode item : items) {
      JsonNode status = item.path("status");
      if (status.isObject() && !Json.text(item, "type").equals("mention")) {
        gathering.skip(Json.text(item, "id"), "is a notification of another kind");
      } else if (item.path("last_status").isObject()) {
        gathering.skip(Json.text(item, "id"), "is a private conversation");
      } else {
        posts.add(status.isObject() ? status : item);
      }
    }
    return posts;
  }

  private static boolean isPost(JsonNode node) {
    return node.path("account").isObject() && node.has("content") && node.has("id");
  }
}
