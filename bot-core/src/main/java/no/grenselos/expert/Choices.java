package no.grenselos.expert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose for themselves; null everywhere where they chose nothing and the rule book
 * holds.
 *
 * @param topics what they said yes to
 * @param languages lower-case codes; empty means any
 * @param speaks what the bot speaks with them
 * @param pausedUntil may be over
 * @param backAt when they said last that they are there: a leave that began before, whatever their
 *     calendar says of it, is over
 */
public record Choices(
    @Nullable Set<TopicId> topics,
    @Nullable Set<String> languages,
    @Nullable Times times,
    @Nullable ZoneId zone,
    @Nullable Cap cap,
    @Nullable Level level,
    @Nullable Locale speaks,
    @Nullable Digest digest,
    @Nullable Instant pausedUntil,
    @Nullable Instant backAt) {
  public static final Choices NONE =
      new Choices(null, null, null, null, null, null, null, null, null, null);

  public Choices {
    topics = topics == null ? null : Set.copyOf(topics);
    languages = languages == null ? null : Set.copyOf(languages);
  }

  /**
   * Days and times of day.
   *
   * @param days at least one
   * @param to after {@code from}
   */
  public record Times(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public Times {
      days = Set.copyOf(days);
      if (days.isEmpty()) throw new IllegalArgumentException("times have no days");
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("times end at " + to + ", must be after " + from);
      }
    }
  }

  /**
   * When they want to read what came of things.
   *
   * @param day null for never
   */
  public record Digest(@Nullable DayOfWeek day) {}

  public Choices topics(Set<TopicId> chosen) {
    return new Choices(
        chosen, languages, times, zone, cap, level, speaks, digest, pausedUntil, backAt);
  }

  public Choices languages(Set<String> chosen) {
    return new Choices(
        topics, chosen, times, zone, cap, level, speaks, digest, pausedUntil, backAt);
  }

  public Choices times(Times chosen) {
    return new Choices(
        topics, languages, chosen, zone, cap, level, speaks, digest, pausedUntil, backAt);
  }

  public Choices zone(@Nullable ZoneId chosen) {
    return new Choices(
        topics, languages, times, chosen, cap, level, speaks, digest, pausedUntil, backAt);
  }

  public Choices cap(Cap chosen) {
    return new Choices(
        topics, languages, times, zone, chosen, level, speaks, digest, pausedUntil, backAt);
  }

  public Choices level(Level chosen) {
    return new Choices(
        topics, languages, times, zone, cap, chosen, speaks, digest, pausedUntil, backAt);
  }

  public Choices speaks(Locale chosen) {
    return new Choices(
        topics, languages, times, zone, cap, level, chosen, digest, pausedUntil, backAt);
  }

  public Choices digest(@Nullable DayOfWeek day) {
    return new Choices(
        topics, languages, times, zone, cap, level, speaks, new Digest(day), pausedUntil, backAt);
  }

  public Choices pausedUntil(@Nullable Instant until) {
    return new Choices(topics, languages, times, zone, cap, level, speaks, digest, until, backAt);
  }

  /** They are there, whatever they or their calendar said before. */
  public Choices back(Instant now) {
    return new Choices(topics, languages, times, zone, cap, level, speaks, digest, null, now);
  }
}
