package no.grenselos.feed.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestTimeTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After         | 37                            | 37",
        "Retry-After         | Mon, 2 Mar 2026 09:02:00 GMT  | 120",
        "Retry-After         | Mon, 02 Mar 2026 09:02:00 GMT | 120",
        "Retry-After         | 0                             | 1",
        "Retry-After         | 99999999                      | 86400",
        "x-rate-limit-reset  | 1772442300                    | 300",
        "X-RateLimit-Reset   | 2026-03-02T09:05:00.123Z      | 300",
        "X-RateLimit-Reset   | 2026-03-02T10:05:00+01:00     | 300",
        "X-Ratelimit-Reset   | 42                            | 42",
        "X-RateLimit-Reset   | 2026-03-02T08:00:00Z          | 1",
      })
  void everyHeaderIsUnderstood(String header, String value, long seconds) {
    assertThat(RestTime.in(Headers.of(header, value), CLOCK).orElseThrow().toSeconds())
        .isEqualTo(seconds);
  }

  @Test
  void nonsenseSaysNothing() {
    assertThat(RestTime.in(Headers.of("Retry-After", "soon"), CLOCK)).isEmpty();
    assertThat(RestTime.in(Headers.of(), CLOCK)).isEmpty();
  }

  @Test
  void nonsenseBesideATimeDoesNoHarm() {
    Headers both = Headers.of("Retry-After", "-5", "X-RateLimit-Reset", "2026-03-02T09:01:00Z");

    assertThat(RestTime.in(both, CLOCK)).contains(Duration.ofMinutes(1));
  }
}
