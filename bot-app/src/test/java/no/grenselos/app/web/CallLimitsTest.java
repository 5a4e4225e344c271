package no.grenselos.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import no.grenselos.app.web.caller.CallLimits;
import no.grenselos.app.wiring.Health;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is turned away before anybody looks at it. */
class CallLimitsTest {
  private static final CallLimits FEW = new CallLimits(1, 3, 100, List.of());
  private static final CallLimits FEW_BEHIND_A_PROXY =
      new CallLimits(1, 3, 100, List.of("127.0.0.0/8", "::1"));

  private final AtomicInteger seen = new AtomicInteger();
  private final CountDownLatch held = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server = start(CallLimits.USUAL);

  @AfterEach
  void close() {
    held.countDown();
    client.close();
    server.close();
  }

  @Test
  void whoeverCallsTooOftenIsToldWhenToComeAgainAndIsCounted() throws Exception {
    restart(FEW);

    HttpResponse<String> refused = callUntilRefused("");

    assertThat(refused.headers().firstValue("Retry-After"))
        .hasValueSatisfying(CallLimitsTest::soon);
    assertThat(refused.body()).isEqualTo("too many calls; come again later");
    // health is asked for by whoever restarts us, through the same address
    assertThat(get("/health/live", "").statusCode()).isEqualTo(200);
    assertThat(metricsLater()).contains("grenselos_calls_refused_total{reason=\"too-often\"}");
  }

  @Test
  void noFloodReachesTheAdapter() throws Exception {
    restart(FEW);

    for (int i = 0; i < 50; i++) get("/in/slack", "");

    // three at once, and one a second of what may be a slow machine
    assertThat(seen.get()).isBetween(3, 40);
  }

  @Test
  void anyPathCountsAlsoTheConsolesAndNone() throws Exception {
    restart(FEW);

    HttpResponse<String> unused = callUntilRefused("");

    assertThat(get("/nowhere", "").statusCode()).isEqualTo(429);
    assertThat(get("/metrics", "").statusCode()).isEqualTo(429);
  }

  @Test
  void aHeaderThatAnybodyMayWriteMakesNoOtherSource() throws Exception {
    restart(FEW);

    HttpResponse<String> unused = callUntilRefused("198.51.100.1");

    assertThat(get("/in/slack", "198.51.100.2").statusCode()).isEqualTo(429);
  }

  @Test
  void behindAProxyOfOursEachSourceHasItsOwn() throws Exception {
    restart(FEW_BEHIND_A_PROXY);

    HttpResponse<String> unused = callUntilRefused("198.51.100.1");

    assertThat(get("/in/slack", "198.51.100.2").statusCode()).isEqualTo(200);
    assertThat(get("/in/slack", "[2001:db8::1]:443").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // what stands before the last address, the caller wrote
        "203.0.113.9, 198.51.100.1",
        "198.51.100.1:4711",
        "198.51.100.1, 127.0.0.7",
        "junk, 198.51.100.1"
      })
  void theLastAddressThatIsNoProxyOfOursCounts(String header) throws Exception {
    restart(FEW_BEHIND_A_PROXY);

    HttpResponse<String> unused = callUntilRefused("198.51.100.1");

    assertThat(get("/in/slack", header).statusCode()).isEqualTo(429);
  }

  @Test
  void ofIpv6TheNetworkOfOneCustomerCounts() throws Exception {
    restart(FEW_BEHIND_A_PROXY);

    HttpResponse<String> unused = callUntilRefused("2001:db8:1:2::1");

    assertThat(get("/in/slack", "2001:db8:1:2:ffff::7").statusCode()).isEqualTo(429);
    assertThat(get("/in/slack", "2001:db8:1:3::1").statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverHasTooManyInHandWaits() throws Exception {
    restart(new CallLimits(1000, 1000, 2, List.of()));
    CompletableFuture<HttpResponse<String>> one = holdOne();
    CompletableFuture<HttpResponse<String>> two = holdOne();
    while (seen.get() < 2) Thread.onSpinWait();

    HttpResponse<String> third = get("/in/slack", "");
    held.countDown();

    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(List.of(one.join().statusCode(), two.join().statusCode())).containsOnly(200);
    assertThat(get("/in/slack", "").statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsNotWaitedFor() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String head =
          "POST /in/slack HTTP/1.1\r\n"
              + "Host: x\r\n"
              + "Content-Length: 900000000\r\n"
              + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

      byte[] answer = socket.getInputStream().readNBytes(12);

      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
    assertThat(seen.get()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 10.0.0.1, per-second is 0",
    "1001, 1, 1, 10.0.0.1, at most 1000",
    "1, 0, 1, 10.0.0.1, burst is 0",
    "1, 1, 0, 10.0.0.1, at-once is 0",
    "1, 1, 1, proxy.example, must be an address or a network",
    "1, 1, 1, 10.0.0.1/99, must be an address or a network"
  })
  void limitsThatMeanNothingAreRefused(
      int perSecond, int burst, int atOnce, String proxy, String says) {
    assertThatThrownBy(() -> new CallLimits(perSecond, burst, atOnce, List.of(proxy)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  private void restart(CallLimits limits) {
    server.close();
    server = start(limits);
  }

  private WebServer start(CallLimits limits) {
    Doors doors =
        new Doors(
            Map.of("slack", this::receive),
            Set.of(),
            () -> new Health(true, List.of()),
            Measured.of(List::of, List::of),
            limits);
    return WebServer.start(doors, "127.0.0.1", 0);
  }

  private HttpAnswer receive(HttpCall call) {
    int unused = seen.incrementAndGet();
    if (call.path().equals("/hold")) {
      try {
        held.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return HttpAnswer.empty(200);
  }

  private CompletableFuture<HttpResponse<String>> holdOne() {
    return client.sendAsync(request("/in/slack/hold", "").build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> callUntilRefused(String forwarded) throws Exception {
    for (int i = 0; i < 100; i++) {
      HttpResponse<String> answer = get("/in/slack", forwarded);
      if (answer.statusCode() == 429) return answer;
    }
    throw new AssertionError("a hundred calls were let in");
  }

  /** Once the bucket has room for it. */
  private String metricsLater() throws Exception {
    while (true) {
      HttpResponse<String> answer = get("/metrics", "");
      if (answer.statusCode() == 200) return answer.body();
      Thread.onSpinWait();
    }
  }

  private static void soon(String seconds) {
    assertThat(Integer.parseInt(seconds)).isBetween(1, 2);
  }

  private HttpResponse<String> get(String path, String forwarded)
      throws IOException, InterruptedException {
    return client.send(request(path, forwarded).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String forwarded) {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (path.startsWith("/in/")) request.POST(BodyPublishers.ofString("{}"));
    return forwarded.isEmpty() ? request : request.header("X-Forwarded-For", forwarded);
  }
}
