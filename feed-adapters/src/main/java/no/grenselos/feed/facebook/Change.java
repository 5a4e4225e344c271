package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Pattern;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.Author;

/**
 * One change of a webhook.
 *
 * @param entry of the page or account it is told to
 */
record Change(JsonNode entry, String field, JsonNode value) {
  private static final Pattern ID = Pattern.compile("\\d{1,25}(_\\d{1,25}){0,2}");

  /** Ids are written as numbers and as texts; empty when there is none. */
  String id(String name) {
    return id(value, name);
  }

  static String id(JsonNode node, String name) {
    String id = Json.text(node, name);
    return ID.matcher(id).matches() ? id : "";
  }

  String text(String name) {
    return Json.text(value, name);
  }

  /**
   * When it was written, else when it was told.
   *
   * @throws UnusableItem when neither is there
   */
  Instant at() {
    long seconds = value.path("created_time").asLong(entry.path("time").asLong());
    if (seconds <= 0) throw new UnusableItem("has no readable time");
    // messages count milliseconds, and some changes beside them
    return seconds > 99_999_999_999L
        ? Instant.ofEpochMilli(seconds)
        : Instant.ofEpochSecond(seconds);
  }

  Instant toldAt() {
    long seconds = entry.path("time").asLong();
    return seconds > 0 && seconds < 99_999_999_999L ? Instant.ofEpochSecond(seconds) : at();
  }

  /**
   * Whoever did it; unknown where Meta does not name them, which it does for people only to those
   * with a page token. Their id counts within our page only and leads to no profile, so there is no
   * link.
   */
  Author who() {
    JsonNode from = value.path("from");
    String id = id(from, "id");
    if (!id.isEmpty()) return new Author(id, Json.text(from, "name"), null, 0);
    for (String kind : new String[] {"sender", "reviewer"}) {
      String other = id(kind + "_id");
      if (!other.isEmpty()) return new Author(other, text(kind + "_name"), null, 0);
    }
    return Author.UNKNOWN;
  }

  boolean byOurselves() {
    String us = id(entry, "id");
    String who = who().handle();
    // Instagram has another number for us among those who comment, and tells it beside
    boolean ours = us.equals(who) || who.equals(id(value.path("from"), "self_ig_scoped_id"));
    return !who.isEmpty() && ours;
  }
}
