package no.grenselos.memory;

import java.net.URI;
import no.grenselos.mention.MentionId;
import org.jspecify.annotations.Nullable;

/**
 * Where a kept text comes from.
 *
 * @param title as its owner calls it, at most {@value #MAX_TITLE} UTF-16 units; may be empty, as
 *     for an answer kept by itself. Never the words of a post
 * @param link where it can be read; null when nowhere
 * @param post the post that it answered; null when it answered none. Its words are looked up in the
 *     mention log when they are needed, so that erasing there leaves no copy here
 * @param cause what made it, as {@code answer:12} or the chat event's id; the same cause keeps once
 */
public record Source(
    Kind kind, String title, @Nullable URI link, @Nullable MentionId post, String cause) {
  /** As long as the form lets a title be. */
  public static final int MAX_TITLE = 150;

  /** What it was before it was kept. */
  public enum Kind {
    /** Published, or given to somebody outside, through Grenselos. */
    ANSWERED,
    LETTER,
    MAIL,
    TALK,
    FAQ,
    /** A chat message, or anything else. */
    MESSAGE
  }

  public Source {
    title = title.strip();
    if (title.length() > MAX_TITLE) {
      throw new IllegalArgumentException(
          "title has " + title.length() + " characters, must be at most " + MAX_TITLE);
    }
    if (cause.isBlank()) throw new IllegalArgumentException("source has no cause");
  }
}
