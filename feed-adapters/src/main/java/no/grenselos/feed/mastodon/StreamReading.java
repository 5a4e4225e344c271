package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.LiveFrame;
import no.grenselos.feed.http.LiveSource;
import no.grenselos.mention.MentionEvent;

/**
 * Reads what a stream tells. The stream of an account also tells of all it follows: of that only
 * notifications count, and what becomes of posts that came with one.
 */
final class StreamReading implements LiveSource.Reading {
  private final Cursor from;
  private final Timeline timeline;
  private final StreamEvents events;
  private final boolean gap;
  private final SeenPosts seen;
  private boolean changed;

  StreamReading(Cursor from, Timeline timeline, StreamEvents events, boolean gap) {
    this.from = from;
    this.timeline = timeline;
    this.events = events;
    this.gap = gap;
    this.seen = SeenPosts.of(from);
  }

  @Override
  public Optional<String> take(LiveFrame frame, Gathering gathering) {
    if (!frame.whole()) {
      gathering.skip("event", "is larger than a megabyte");
      return Optional.empty();
    }
    String text = new String(frame.bytes(), StandardCharsets.UTF_8);
    for (StreamFrame told : StreamFrame.in(text)) {
      if (concerns(told)) gathering.takeIfAny(told.event(), () -> event(told));
    }
    return Optional.empty();
  }

  private boolean concerns(StreamFrame told) {
    return switch (told.event()) {
      case "update" -> !timeline.ofNotifications();
      case "notification" -> timeline.ofNotifications();
      case "status.update", "delete" -> true;
      default -> false; // filters, announcements and what there will be
    };
  }

  private Optional<MentionEvent> event(StreamFrame told) {
    MentionEvent event = events.read(told, seen::root);
    boolean known = events.isKnown(event, seen);
    boolean ofOthers = timeline.ofNotifications() && !known && told.event().equals("status.update");
    if (ofOthers || events.repeats(event, seen)) return Optional.empty();
    changed = true;
    events.remember(event, seen);
    if (!gap) item(told).forEach(seen::moveTo);
    return Optional.of(event);
  }

  /** The item of the timeline that it is. */
  private List<String> item(StreamFrame told) {
    boolean isItem = told.event().equals("update") || told.event().equals("notification");
    String id = isItem ? Json.parse(told.payload()).map(StreamReading::id).orElse("") : "";
    return id.isEmpty() ? List.of() : List.of(id);
  }

  private static String id(JsonNode item) {
    return Json.text(item, "id");
  }

  @Override
  public Cursor cursor() {
    return changed ? seen.cursor() : from;
  }
}
