package no.grenselos.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.app.wiring.Health;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Budget;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Price;
import no.grenselos.mention.Network;
import no.grenselos.store.FeedStanding;
import no.grenselos.store.FeedStates;
import no.grenselos.store.LogPositions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
  private static final Instant NOW = Instant.parse("2026-09-15T08:00:00Z");
  private static final Budget MONEY =
      new Budget(Price.parse("0.005 USD"), Optional.of(Price.parse("200 USD")));

  private static volatile List<FeedStanding> feeds = List.of();
  private static volatile List<LogPositions.Row> log = List.of();
  private static WebServer server;
  private static HttpClient client;

  @BeforeAll
  static void up() {
    Health health = new Health(true, List.of());
    server =
        WebServer.start(
            new Doors(Map.of(), Set.of(), () -> health, () -> feeds, () -> log), "127.0.0.1", 0);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void down() {
    client.close();
    server.close();
  }

  @BeforeEach
  void twoFeeds() {
    FeedState well =
        FeedState.begun(NOW.minusSeconds(864_000))
            .afterPage(NOW.minusSeconds(30), 1_240, NOW.minusSeconds(150))
            .with(Optional.of(new Allowance(90, 450L, null)));
    FeedLabel x = new FeedLabel("x?search", new Network("x"), "x", MONEY);
    FeedLabel news = new FeedLabel("news", new Network("rss"), "news", null);
    feeds =
        List.of(
            new FeedStanding(new FeedStates.Row(x, "web1", NOW.plusSeconds(9), well), 2_000, NOW),
            new FeedStanding(
                new FeedStates.Row(news, null, null, FeedState.begun(NOW).afterTrouble(NOW, "no")),
                0,
                NOW));
  }

  @Test
  void eachPartitionOfTheLogHasItsLines() throws Exception {
    Cursor at = new Cursor("7");
    Instant later = Instant.parse("2999-01-01T00:00:00Z");
    log =
        List.of(
            new LogPositions.Row("mentions/0", at, "web1", later, NOW, 12, 3, "is no JSON"),
            new LogPositions.Row("mentions/1", at, "web1", NOW, NOW, 0, 0, null));
    String first = get().body();
    log = List.of(new LogPositions.Row("mentions/0", at, "web1", later, NOW, 0, 4, "x"));

    assertThat(first.lines())
        .contains(
            "grenselos_log_behind{partition=\"mentions/0\"} 12.0",
            "grenselos_log_held{partition=\"mentions/0\"} 1.0",
            "grenselos_log_held{partition=\"mentions/1\"} 0.0",
            "# TYPE grenselos_log_skipped_total counter",
            "grenselos_log_skipped_total{partition=\"mentions/0\"} 3.0");
    assertThat(get().body())
        .contains("grenselos_log_skipped_total{partition=\"mentions/0\"} 4.0")
        .doesNotContain("no JSON")
        .doesNotContain("grenselos_log_behind{partition=\"mentions/1\"}");
    log = List.of();
  }

  @Test
  void eachFeedHasItsLinesAsPrometheusReadsThem() throws Exception {
    HttpResponse<String> answer = get();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain;version=0.0.4");
    assertThat(answer.body().lines())
        .contains(
            "# TYPE grenselos_feed_posts_total counter",
            "# TYPE grenselos_feed_lag_seconds gauge",
            "grenselos_feed_lag_seconds{feed=\"x?search\",network=\"x\"} 120.0",
            "grenselos_feed_last_success_age_seconds{feed=\"x?search\",network=\"x\"} 30.0",
            "grenselos_feed_posts_total{feed=\"x?search\",network=\"x\"} 1240.0",
            "grenselos_feed_quota_left{feed=\"x?search\",network=\"x\"} 90.0",
            "grenselos_feed_spend{feed=\"x?search\",network=\"x\"} 10.0",
            "grenselos_feed_budget{feed=\"x?search\",network=\"x\"} 200.0",
            "grenselos_feed_held{feed=\"x?search\",network=\"x\"} 1.0",
            "grenselos_feed_held{feed=\"news\",network=\"rss\"} 0.0",
            "grenselos_feed_troubled{feed=\"news\",network=\"rss\"} 1.0");
  }

  @Test
  void whatIsNotKnownAndWhatIsGoneHasNoLine() throws Exception {
    assertThat(get().body())
        .doesNotContain("grenselos_feed_lag_seconds{feed=\"news\"")
        .doesNotContain("grenselos_feed_budget{feed=\"news\"");

    feeds = List.of(feeds.getLast());

    assertThat(get().body()).doesNotContain("x?search").contains("news");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Origin"})
  void whoeverIsNotOnThisMachineFindsNothing(String header) throws Exception {
    HttpResponse<String> answer =
        client.send(
            request().header(header, "http://203.0.113.7").build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("grenselos_feed");
  }

  private static HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"));
  }

  private static HttpResponse<String> get() throws Exception {
    return client.send(request().build(), BodyHandlers.ofString());
  }
}
