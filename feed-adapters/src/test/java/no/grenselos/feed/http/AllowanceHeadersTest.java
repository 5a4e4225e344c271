package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class AllowanceHeadersTest {
  private static final Instant NOW = Instant.parse("2026-09-15T08:00:00Z");

  private static Optional<Allowance> read(String... headers) {
    return AllowanceHeaders.in(Headers.of(headers), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void xSaysItInUnixSeconds() {
    Instant until = NOW.plusSeconds(900);

    assertThat(
            read(
                "x-rate-limit-limit",
                "450",
                "x-rate-limit-remaining",
                "449",
                "x-rate-limit-reset",
                Long.toString(until.getEpochSecond())))
        .contains(new Allowance(449, 450L, until));
  }

  @Test
  void mastodonSaysItWithATimestamp() {
    assertThat(
            read(
                "X-RateLimit-Limit",
                "300",
                "X-RateLimit-Remaining",
                "0",
                "X-RateLimit-Reset",
                "2026-09-15T08:05:00.123Z"))
        .contains(new Allowance(0, 300L, Instant.parse("2026-09-15T08:05:00.123Z")));
  }

  @Test
  void redditSaysItInFractionsAndSecondsToGo() {
    assertThat(read("X-Ratelimit-Remaining", "99.0", "X-Ratelimit-Reset", "241"))
        .contains(new Allowance(99, null, NOW.plusSeconds(241)));
  }

  @Test
  void whatIsMissingStaysUnsaid() {
    assertThat(read("X-RateLimit-Remaining", "7")).contains(new Allowance(7, null, null));
  }

  @Test
  void whatCannotBeUnderstoodIsNothing() {
    assertThat(read()).isEmpty();
    assertThat(read("X-RateLimit-Limit", "300")).isEmpty();
    assertThat(read("x-rate-limit-remaining", "-1")).isEmpty();
    assertThat(read("x-rate-limit-remaining", "many")).isEmpty();
    assertThat(read("x-rate-limit-remaining", "9999999999999999999999")).isEmpty();
  }
}
