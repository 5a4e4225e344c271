package no.grenselos.app.config;

import java.time.Duration;
import java.util.Optional;
import no.grenselos.config.Settings;
import no.grenselos.work.Retention;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code retention: {posts: 90d, unfinished: 365d, questions: 90d, audit: 730d, parked:
 * 30d}}; each of them may be {@code ever}. What is left out is as usual.
 */
final class RetentionPart {
  private static final String EVER = "ever";
  private static final String RULE = "must be a time span of a day or more, such as 90d, or ever";

  private RetentionPart() {}

  static Retention read(Settings house) {
    Settings part = house.part("retention");
    Retention usual = Retention.USUAL;
    Duration posts = time(part, "posts", usual.posts());
    Duration longest = posts == null ? null : longer(posts, usual.unfinished());
    Duration unfinished = time(part, "unfinished", longest);
    Duration questions = time(part, "questions", usual.questions());
    Duration audit = time(part, "audit", usual.audit());
    Duration parked = time(part, "parked", usual.parked());
    part.finish();
    try {
      return new Retention(posts, unfinished, questions, audit, parked);
    } catch (IllegalArgumentException e) {
      house.problem("retention", String.valueOf(e.getMessage()));
      return usual;
    }
  }

  private static @Nullable Duration longer(Duration one, @Nullable Duration other) {
    return other == null || one.compareTo(other) > 0 ? one : other;
  }

  private static @Nullable Duration time(Settings part, String key, @Nullable Duration usual) {
    Optional<Optional<Duration>> written = part.parsed(key, RetentionPart::time, RULE);
    return written.isPresent() ? written.get().orElse(null) : usual;
  }

  private static Optional<Duration> time(String text) {
    if (text.equals(EVER)) return Optional.empty();
    Duration time = Settings.parseDuration(text);
    if (time.toDays() < 1) throw new IllegalArgumentException(text);
    return Optional.of(time);
  }
}
