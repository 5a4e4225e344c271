package no.grenselos.app.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import no.grenselos.config.Secret;
import no.grenselos.expert.Crm;
import no.grenselos.work.CrmPort.Case;
import no.grenselos.work.CrmPort.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrmWebhookTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Secret KEY = new Secret("s3cret");

  private final List<byte[]> bodies = new ArrayList<>();
  private final List<Headers> headers = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CrmWebhook webhook =
      new CrmWebhook(
          name -> name.equals("CRM_SECRET") ? Optional.of(KEY) : Optional.empty(),
          Clock.fixed(NOW, ZoneOffset.UTC),
          Duration.ofMillis(500));
  private HttpServer server;
  private HttpHandler answer;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(exchange.getRequestBody().readAllBytes());
          headers.add(exchange.getRequestHeaders());
          answer.handle(exchange);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    closing.countDown();
    server.stop(0);
  }

  @Test
  void theCaseArrivesSignedAndItsLinkComesBack() throws IOException {
    answers(201, "{\"link\": \"https://crm.example/cases/7\"}");

    Told told = tell();

    assertThat(told).isEqualTo(new Told.Taken(URI.create("https://crm.example/cases/7")));
    JsonNode json = new ObjectMapper().readTree(bodies.getFirst());
    assertThat(json.path("ticket").asText()).isEqualTo("T-81");
    assertThat(json.path("text").asText()).isEqualTo("Elendig 👩‍🔬 \"service\"");
    assertThat(json.path("promised_at").isNull()).isTrue();
    Headers sent = headers.getFirst();
    assertThat(sent.getFirst("Grenselos-Id")).isEqualTo("ticket-81");
    assertThat(sent.getFirst("Grenselos-Timestamp")).isEqualTo("1795424400");
    assertThat(sent.getFirst("Grenselos-Signature"))
        .isEqualTo(Signature.of(KEY, NOW.getEpochSecond(), bodies.getFirst()));
  }

  /** Made with {@code printf '1700000000.{}' | openssl dgst -sha256 -hmac s3cret}. */
  @Test
  void theSignatureIsWhatOthersCompute() {
    assertThat(Signature.of(KEY, 1_700_000_000, "{}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1=97926816e98fbb41ccb1673225ff29a2f35369099990e1b1561651e7bd097ebf");
  }

  @Test
  void theSameCaseHasTheSameIdAgain() {
    answers(200, "");
    tell();
    tell();

    assertThat(headers).extracting(h -> h.getFirst("Grenselos-Id")).containsOnly("ticket-81");
    assertThat(bodies.getFirst()).isEqualTo(bodies.getLast());
  }

  @Test
  void anAnswerWithoutAUsableLinkIsFineAllTheSame() {
    for (String garbage :
        List.of(
            "",
            "<html>",
            "{",
            "[]",
            "{\"link\": 7}",
            "{\"link\": \"javascript:alert(1)\"}",
            "{\"link\": \"http://crm.example\"}",
            "{\"link\": \"https://[\"}",
            "\u0000\uFFFF")) {
      answers(200, garbage);

      assertThat(tell()).as(garbage).isEqualTo(new Told.Taken(null));
    }
  }

  @Test
  void whatMayWorkLaterIsTriedLater() {
    for (int status : List.of(408, 425, 429, 500, 502, 503)) {
      answers(status, "busy");

      assertThat(tell()).isEqualTo(new Told.Later(Duration.ofMinutes(1), "HTTP " + status));
    }
  }

  @Test
  void theOtherSideSaysHowLongToWaitWithinReason() {
    assertThat(toldToWait("120")).isEqualTo(Duration.ofMinutes(2));
    assertThat(toldToWait("999999")).isEqualTo(Duration.ofMinutes(10));
    assertThat(toldToWait("0")).isEqualTo(Duration.ofMinutes(1));
    assertThat(toldToWait("Wed, 21 Oct 2026 07:28:00 GMT")).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whatSomebodyMustMendIsRefused() {
    for (int status : List.of(301, 307, 400, 401, 403, 404, 410, 422)) {
      answers(status, "no");

      assertThat(tell()).isEqualTo(new Told.Refused("HTTP " + status));
    }
    assertThat(bodies).hasSize(8);
  }

  @Test
  void aServerThatNeverAnswersIsLeft() {
    answer = exchange -> waitForClosing();

    assertThat(tell()).isInstanceOf(Told.Later.class);
  }

  @Test
  void aBodyThatNeverEndsIsLeft() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          waitForClosing();
        };

    assertThat(tell()).isInstanceOf(Told.Later.class);
  }

  @Test
  void ofAHugeAnswerOnlyTheBeginningIsRead() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] much = new byte[1 << 20];
          try {
            for (int i = 0; i < 64; i++) exchange.getResponseBody().write(much);
          } catch (IOException hungUp) {
            // as it should be
          }
        };

    assertThat(tell()).isEqualTo(new Told.Taken(null));
  }

  @Test
  void aServerThatIsDownIsTriedLater() {
    server.stop(0);

    assertThat(tell())
        .isInstanceOfSatisfying(
            Told.Later.class, later -> assertThat(later.reason()).startsWith("cannot be reached"));
  }

  @Test
  void withoutItsKeyNothingIsSent() {
    answers(200, "");

    Told told = webhook.tell(new Crm.Webhook(url(), "OTHER_SECRET"), theCase());

    assertThat(told).isEqualTo(new Told.Refused("OTHER_SECRET is not set"));
    assertThat(bodies).isEmpty();
  }

  private Duration toldToWait(String seconds) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", seconds);
          exchange.sendResponseHeaders(429, -1);
        };
    return ((Told.Later) tell()).pause();
  }

  private void answers(int status, String body) {
    answer =
        (HttpExchange exchange) -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        };
  }

  private void waitForClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Told tell() {
    return webhook.tell(new Crm.Webhook(url(), "CRM_SECRET"), theCase());
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  private static Case theCase() {
    return new Case(
        "ticket-81",
        NOW,
        "T-81",
        "mastodon",
        URI.create("https://mastodon.example/@kari/1"),
        "Kari",
        "Elendig 👩‍🔬 \"service\"",
        "nb",
        null,
        "#kundeservice",
        null,
        "Ida Vik");
  }
}
