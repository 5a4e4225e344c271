package no.grenselos.feed.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import no.grenselos.feed.http.Json;
import no.grenselos.feed.http.UnusableItem;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionId;

/**
 * Somebody likes a post of ours.
 *
 * @param user who, with {@code username}
 * @param event with {@code timestamp_ms}, which X does not always tell
 */
record Like(MentionId post, JsonNode user, JsonNode event) {
  MentionEvent event(Clock clock) {
    String handle = Json.text(user, "username");
    if (!PostLink.isId(post.id()) || !handle.matches("\\w{1,50}")) {
      throw new UnusableItem("does not say who likes what");
    }
    return new MentionEvent.Liked(post, handle, at(clock));
  }

  private Instant at(Clock clock) {
    String millis = Json.text(event, "timestamp_ms");
    return millis.matches("\\d{1,14}")
        ? Instant.ofEpochMilli(Long.parseLong(millis))
        : clock.instant();
  }
}
