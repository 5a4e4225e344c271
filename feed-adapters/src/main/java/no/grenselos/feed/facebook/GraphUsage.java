package no.grenselos.feed.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.http.Json;
import okhttp3.Headers;

/**
 * How much of our limits is used, in percent, as the newest answer said: {@code X-App-Usage} counts
 * the app's calls, {@code X-Business-Use-Case-Usage} those with a page's token, by account
 * (developers.facebook.com, Graph API, Rate Limits). Safe for many threads.
 */
final class GraphUsage {
  private static final long ALL = 100;

  /** From here on we wait by ourselves: an answer of ours to somebody may need what is left. */
  private static final long NEARLY_ALL = 95;

  private static final Duration REST = Duration.ofMinutes(5);
  private static final String[] COUNTS = {"call_count", "total_time", "total_cputime"};

  private volatile Optional<Used> used = Optional.empty();

  /**
   * @param until when we may go on, where the answer said so; else after a short rest
   */
  private record Used(long percent, Instant until) {}

  void hear(Headers headers, Instant now) {
    Optional<JsonNode> app = header(headers, "X-App-Usage");
    Optional<JsonNode> business = header(headers, "X-Business-Use-Case-Usage");
    if (app.isEmpty() && business.isEmpty()) return;
    long percent = app.map(GraphUsage::most).orElse(0L);
    long minutes = 0;
    for (JsonNode account : business.orElseGet(Json::object)) {
      for (JsonNode one : account) {
        percent = Math.max(percent, most(one));
        minutes = Math.max(minutes, one.path("estimated_time_to_regain_access").asLong());
      }
    }
    Duration rest = minutes > 0 ? Duration.ofMinutes(Math.min(minutes, 1440)) : REST;
    used = Optional.of(new Used(percent, now.plus(rest)));
  }

  Optional<Allowance> allowance() {
    return used.map(now -> new Allowance(Math.max(0, ALL - now.percent()), ALL, null));
  }

  /** How long to wait before we ask again; empty where there is enough left. */
  Optional<Duration> rest(Instant now) {
    return used.filter(told -> told.percent() >= NEARLY_ALL)
        .map(told -> Duration.between(now, told.until()))
        .filter(Duration::isPositive);
  }

  private static Optional<JsonNode> header(Headers headers, String name) {
    return Optional.ofNullable(headers.get(name)).flatMap(Json::parse);
  }

  private static long most(JsonNode counts) {
    long most = 0;
    for (String count : COUNTS) most = Math.max(most, counts.path(count).asLong());
    return most;
  }
}
