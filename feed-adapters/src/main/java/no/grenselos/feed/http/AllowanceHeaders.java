package no.grenselos.feed.http;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.Allowance;
import okhttp3.Headers;

/**
 * What a network says with each answer that it still allows: {@code x-rate-limit-*} (docs.x.com,
 * Rate limits) or {@code X-RateLimit-*} (docs.joinmastodon.org, Rate limits; Reddit counts the same
 * in fractions, as {@code 99.0}) or {@code RateLimit-*} (docs.bsky.app, Rate Limits).
 */
final class AllowanceHeaders {
  private AllowanceHeaders() {}

  /** Empty when it says nothing that can be understood. */
  static Optional<Allowance> in(Headers headers, Clock clock) {
    return number(headers, "remaining")
        .map(left ->
            new Allowance(
                left,
                number(headers, "limit").orElse(null),
                values(headers, "reset")
                    .flatMap(text -> RestTime.moment(text, clock).stream())
                    .findFirst()
                    .orElse(null)));
  }

  private static Optional<Long> number(Headers headers, String name) {
    return values(headers, name)
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,12}(\\.\\d{1,9})?"))
        .map(text -> new BigDecimal(text).longValue())
        .findFirst();
  }

  private static Stream<String> values(Headers headers, String name) {
    return Stream.of("x-rate-limit-" + name, "x-ratelimit-" + name, "ratelimit-" + name)
        .flatMap(header -> Optional.ofNullable(headers.get(header)).stream());
  }
}
