package no.grenselos.feed.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.function.UnaryOperator;
import no.grenselos.feed.http.Gathering;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionEvent;

/** What a frame of the streaming API means to us. */
record StreamEvents(StatusReader reader, Clock clock) {
  void take(StreamFrame frame, UnaryOperator<String> rootOf, Gathering gathering) {
    gathering.take(frame.event(), () -> read(frame, rootOf));
  }

  /**
   * @throws no.grenselos.feed.http.UnusableItem when it tells of no post, or of none that is public
   */
  MentionEvent read(StreamFrame frame, UnaryOperator<String> rootOf) {
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

  boolean isKnown(MentionEvent event, SeenPosts seen) {
    return seen.revision(localId(event)).isPresent();
  }

  /** Whether it says of a post what is known of it, or less: what waits to be read may be old. */
  boolean repeats(MentionEvent event, SeenPosts seen) {
    return switch (event) {
      case MentionEvent.Posted posted -> isKnown(event, posted.mention(), seen);
      case MentionEvent.Edited edited -> isKnown(event, edited.mention(), seen);
      case MentionEvent.Liked like -> false;
      case MentionEvent.Deleted deleted -> false;
    };
  }

  /** Revisions are times as one server writes them, and none before the first edit. */
  private boolean isKnown(MentionEvent event, Mention mention, SeenPosts seen) {
    return seen.revision(localId(event))
        .filter(known -> known.compareTo(mention.revision()) >= 0)
        .isPresent();
  }

  void remember(MentionEvent event, SeenPosts seen) {
    switch (event) {
      case MentionEvent.Posted posted -> remember(posted.mention(), seen);
      case MentionEvent.Edited edited -> remember(edited.mention(), seen);
      case MentionEvent.Deleted deleted -> seen.forget(localId(event));
      case MentionEvent.Liked like -> {
        // says nothing about the post itself
      }
    }
  }

  private void remember(Mention mention, SeenPosts seen) {
    seen.remember(local(mention.id().id()), mention.revision(), local(mention.conversation()));
  }

  private String localId(MentionEvent event) {
    return local(event.id().id());
  }

  private String local(String id) {
    return id.substring(reader.server().host().length() + 1);
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
