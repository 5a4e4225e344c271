package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import no.grenselos.feed.ScriptedServer.Canned;
import no.grenselos.feed.http.Json;
import no.grenselos.web.Body;

/** Posts of a server as a test needs them, numbered by a second of 09:00. */
final class Toots {
  static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private Toots() {}

  static String id(int second) {
    return String.valueOf(NINE.plusSeconds(second).toEpochMilli() << 16);
  }

  static String key(int second) {
    return "mastodon:127.0.0.1/" + id(second) + "#";
  }

  static ObjectNode post(int second) {
    ObjectNode post =
        Json.object()
            .put("id", id(second))
            .put("created_at", NINE.plusSeconds(second).toString())
            .putNull("edited_at")
            .put("visibility", "public")
            .put("language", "nb")
            .put("url", "https://fjord.example/@kari/" + second)
            .put("content", "<p>Kald stue " + second + "</p>");
    post.putObject("account").put("acct", "kari").put("url", "https://fjord.example/@kari");
    return post;
  }

  static ObjectNode edited(int second, String at) {
    return post(second).put("edited_at", at);
  }

  static ObjectNode notified(int number, String type, ObjectNode post) {
    ObjectNode notification =
        Json.object()
            .put("id", String.valueOf(number))
            .put("type", type)
            .put("created_at", NINE.toString());
    notification.set("account", post.path("account"));
    notification.set("status", post);
    return notification;
  }

  static String event(String name, ObjectNode payload) {
    return event(name, Json.write(payload));
  }

  static String event(String name, String payload) {
    return "event: " + name + "\ndata: " + payload + "\n\n";
  }

  /** A page of the API, in the order given. */
  static Canned page(ObjectNode... items) {
    ArrayNode page = Json.object().putArray("page");
    List.of(items).forEach(page::add);
    return Canned.ok("application/json", Body.of(Json.write(page)));
  }
}
