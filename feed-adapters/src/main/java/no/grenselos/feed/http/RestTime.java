package no.grenselos.feed.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How long a network asks us to wait, from whichever header it uses: {@code Retry-After} in seconds
 * or as a date (RFC 9110, 10.2.3), {@code x-rate-limit-reset} in Unix seconds (docs.x.com, Rate
 * limits), {@code X-RateLimit-Reset} as a timestamp (docs.joinmastodon.org, Rate limits), {@code
 * RateLimit-Reset} in Unix seconds (docs.bsky.app, Rate Limits). Between a second and a day,
 * whatever the header says.
 */
final class RestTime {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private RestTime() {}

  static Optional<Duration> in(Headers headers, Clock clock) {
    Optional<Duration> told =
        afterSeconds(headers.get("Retry-After"))
            .or(() -> until(httpDate(headers.get("Retry-After")), clock));
    // a limit that is not reached is not what we wait for
    boolean left = AllowanceHeaders.in(headers, clock).filter(a -> a.left() > 0).isPresent();
    return told.or(() -> left ? Optional.empty() : reset(headers, clock)).map(RestTime::bounded);
  }

  private static Optional<Duration> reset(Headers headers, Clock clock) {
    return until(moment(headers.get("x-rate-limit-reset"), clock), clock)
        .or(() -> until(moment(headers.get("X-RateLimit-Reset"), clock), clock))
        .or(() -> until(moment(headers.get("RateLimit-Reset"), clock), clock));
  }

  private static Optional<Duration> afterSeconds(@Nullable String text) {
    return number(text).map(Duration::ofSeconds);
  }

  /** A number too small for a date of this century is a span: Reddit and others count down. */
  static Optional<Instant> moment(@Nullable String text, Clock clock) {
    return number(text)
        .map(n -> n < 1_000_000_000 ? clock.instant().plusSeconds(n) : Instant.ofEpochSecond(n))
        .or(() -> timestamp(text));
  }

  private static Optional<Instant> timestamp(@Nullable String text) {
    if (text == null) return Optional.empty();
    try {
      return Optional.of(DateTimeFormatter.ISO_DATE_TIME.parse(text.strip(), Instant::from));
    } catch (DateTimeException notThatForm) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> httpDate(@Nullable String text) {
    if (text == null) return Optional.empty();
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notThatForm) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(@Nullable String text) {
    if (text == null || !text.strip().matches("\\d{1,12}")) return Optional.empty();
    return Optional.of(Long.valueOf(text.strip()));
  }

  private static Optional<Duration> until(Optional<Instant> reset, Clock clock) {
    return reset.map(moment -> Duration.between(clock.instant(), moment));
  }

  private static Duration bounded(Duration time) {
    if (time.compareTo(SHORTEST) < 0) return SHORTEST;
    return time.compareTo(LONGEST) > 0 ? LONGEST : time;
  }
}
