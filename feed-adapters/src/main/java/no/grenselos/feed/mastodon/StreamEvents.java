package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.function.UnaryOperator;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.MentionEvent;

/** What a frame of the streaming API means to us; every other frame is listed with its reason. */
record StreamEvents(StatusReader reader, Clock clock) {
  void take(StreamFrame frame, UnaryOperator<String> rootOf, Gathering gathering) {
    gathering.take(frame.event(), () -> event(frame, rootOf));
  }

  private MentionEvent event(StreamFrame frame, UnaryOperator<String> rootOf) {
    return switch (frame.event()) {
      case "update" -> new MentionEvent.Posted(reader.read(json(frame), rootOf));
      case "status.update" -> new MentionEvent.Edited(reader.read(json(frame), rootOf));
      case "delete" -> new MentionEvent.Deleted(reader.mentionId(id(frame)), clock.instant());
      case "notification" -> notified(json(frame), rootOf);
      default -> throw new UnusableItem("tells of no post");
    };
  }

  private MentionEvent notified(JsonNode notification, UnaryOperator<String> rootOf) {
    return switch (Json.text(notification, "type")) {
      case "mention" -> new MentionEvent.Posted(reader.read(notification.path("status"), rootOf));
      case "favourite" -> reader.liked(notification);
      default -> throw new UnusableItem("is a notification of another kind");
    };
  }

  private static JsonNode json(StreamFrame frame) {
    return Json.parse(frame.payload())
        .orElseThrow(() -> new UnusableItem("is broken off, or no JSON"));
  }

  /** A number as text; some servers send it as a JSON string. */
  private static String id(StreamFrame frame) {
    String id = frame.payload().strip().replace("\"", "");
    if (!id.matches("[A-Za-z0-9_-]{1,64}"))
      throw new UnusableItem("does not say which post is gone");
    return id;
  }
}
