package no.grenselos.log;

import java.time.Instant;
import no.grenselos.mention.MentionEvent;

/**
 * One event on its way.
 *
 * @param key events with the same one keep their order: that of the conversation, or of the post
 *     where no conversation is known
 * @param from name of the feed or inlet that brought it
 * @param readAt when it was read there
 */
public record Parcel(String key, String from, Instant readAt, MentionEvent event) {
  public Parcel {
    if (key.isBlank()) throw new IllegalArgumentException("key of " + event.id() + " is blank");
  }
}
