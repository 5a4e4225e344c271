package no.grenselos.mention;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One public post that concerns us, as captured. An edit outside makes a new revision of the same
 * id.
 *
 * @param revision names this state of the post; equal for equal content; empty for a post never
 *     edited
 * @param conversation the network's id of the thread; the post's own id where the network has no
 *     threads
 * @param link to the post, for people
 * @param text plain text, at most {@value #MAX_TEXT} UTF-16 units; the feed cuts longer posts
 * @param language as the network claims it (BCP 47, lower case); empty when it does not
 * @param inReplyTo the post this one answers
 * @param reshareOf the post this one passes on or quotes
 * @param publishedAt when it was first published
 */
public record Mention(
    MentionId id,
    String revision,
    String conversation,
    URI link,
    Author author,
    String text,
    MentionKind kind,
    String language,
    @Nullable MentionId inReplyTo,
    @Nullable MentionId reshareOf,
    ReplyWay replyWay,
    Instant publishedAt) {
  /** Longer posts are cut by the feed. */
  public static final int MAX_TEXT = 10_000;

  public Mention {
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "text of " + id + " has " + text.length() + " characters, must be at most " + MAX_TEXT);
    }
    if (conversation.isBlank())
      throw new IllegalArgumentException("conversation of " + id + " is blank");
  }

  /** The posts this one says something about: the one it answers, and the one it quotes. */
  public List<MentionId> speaksTo() {
    MentionId quoted = kind == MentionKind.QUOTE ? reshareOf : null;
    return Stream.of(inReplyTo, quoted)
        .flatMap(Stream::ofNullable)
        .filter(other -> !other.equals(id))
        .distinct()
        .toList();
  }

  public Network network() {
    return id.network();
  }
}
