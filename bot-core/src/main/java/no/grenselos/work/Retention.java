package no.grenselos.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long each class of data is kept; null for ever. What counts posts without anybody in them
 * (statistics) is always kept.
 *
 * @param posts words and author of a post, and what colleagues noted about it: from the end of its
 *     work on, or from when it came in, where it never was any
 * @param unfinished the same for work that nobody ended: from when the post came in
 * @param questions what people inside asked each other, and changes of the rules they gave up
 * @param audit who did what, and who was looked at when somebody was to be asked
 * @param parked posts, presses and messages that could not be worked on and were set aside
 */
public record Retention(
    @Nullable Duration posts,
    @Nullable Duration unfinished,
    @Nullable Duration questions,
    @Nullable Duration audit,
    @Nullable Duration parked) {
  /**
   * 90 days for posts and questions, a year for unfinished work, two for the log; 30 for parked.
   */
  public static final Retention USUAL =
      new Retention(
          Duration.ofDays(90),
          Duration.ofDays(365),
          Duration.ofDays(90),
          Duration.ofDays(730),
          Duration.ofDays(30));

  public Retention {
    if (posts != null && unfinished != null && unfinished.compareTo(posts) < 0) {
      throw new IllegalArgumentException(
          "unfinished is %dd, must be no shorter than posts, %dd"
              .formatted(unfinished.toDays(), posts.toDays()));
    }
  }

  /** What is older than this is kept no longer; empty for ever. */
  public static Optional<Instant> before(@Nullable Duration kept, Instant now) {
    return Optional.ofNullable(kept).map(now::minus);
  }
}
