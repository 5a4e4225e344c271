package no.grenselos.feed.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.Recorded;

/** Finds posts and comments in a recorded answer: a listing, a thread with its replies, a thing. */
final class RedditRecording {
  private static final ThingReader READER =
      new ThingReader(Optional.of("This post was read from a recording."));

  private RedditRecording() {}

  static Fetch replay(byte[] file) {
    return Recorded.one(file, RedditRecording::page);
  }

  private static Fetch page(JsonNode answer) {
    Gathering gathering = new Gathering();
    List<RedditThing> things = things(answer, gathering);
    things.stream()
        .sorted(RedditThing.OLDEST_FIRST)
        .forEach(
            thing -> gathering.take(thing.name(), () -> READER.event(thing, thing.createdAt())));
    boolean other = !Json.text(answer, "kind").equals("Listing");
    if (things.isEmpty() && other) gathering.skip("file", "holds no posts or comments");
    return gathering.page(Cursor.START, false);
  }

  private static List<RedditThing> things(JsonNode answer, Gathering gathering) {
    List<RedditThing> things = new ArrayList<>();
    Deque<JsonNode> open = new ArrayDeque<>(List.of(answer));
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      open.addAll(Json.elements(node));
      open.addAll(Json.elements(node.path("data").path("children")));
      String kind = Json.text(node, "kind");
      if (kind.equals("t1") || kind.equals("t3")) {
        things.add(RedditThing.of(node));
        open.add(node.path("data").path("replies"));
      } else if (node.isObject() && !kind.isEmpty() && !kind.equals("Listing")) {
        gathering.skip(Json.text(node.path("data"), "name"), "is neither a post nor a comment");
      }
    }
    return things;
  }
}
