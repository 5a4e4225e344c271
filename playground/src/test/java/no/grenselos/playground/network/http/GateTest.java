package no.grenselos.playground.network.http;

import static no.grenselos.playground.network.http.NetworkServer.KARI;
import static no.grenselos.playground.network.http.NetworkServer.ids;
import static no.grenselos.playground.network.http.NetworkServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import no.grenselos.playground.network.Faults;
import no.grenselos.playground.network.Faults.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final String SELF = "api/v1/accounts/verify_credentials";

  private final NetworkServer server = new NetworkServer(new NetworkPart(3, Duration.ofMinutes(5)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void knownTokenSaysWhoItIs() {
    var self = json(server.get(SELF, KARI));

    assertThat(self.path("acct").asText()).isEqualTo("kari");
    assertThat(self.at("/source/language").asText()).isEqualTo("nb");
    assertThat(json(server.get("api/v1/accounts/" + self.path("id").asText())).path("display_name"))
        .hasToString("\"Kari Nordmann\"");
    assertThat(json(server.get("api/v1/accounts/lookup?acct=ola")).path("acct").asText())
        .isEqualTo("ola");
  }

  @Test
  void missingWrongAndNarrowTokensAreRefused() {
    assertThat(server.get(SELF).statusCode()).isEqualTo(401);
    assertThat(json(server.get(SELF, "wrong")).path("error").asText())
        .isEqualTo("The access token is invalid");
    assertThat(server.get("api/v1/timelines/tag/a", "wrong").statusCode()).isEqualTo(401);
    assertThat(server.form("POST", "api/v1/statuses", "reader", "status=hei").statusCode())
        .isEqualTo(403);
    assertThat(server.network.statuses()).isEmpty();
  }

  @Test
  void fourthRequestIsRefusedUntilTheWindowEnds() {
    assertThat(header(server.get(SELF, KARI), "X-RateLimit-Remaining")).isEqualTo("2");
    server.get(SELF, KARI);
    server.get(SELF, KARI);
    HttpResponse<String> refused = server.get(SELF, KARI);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(json(refused).path("error").asText()).isEqualTo("Too many requests");
    assertThat(header(refused, "X-RateLimit-Limit")).isEqualTo("3");
    assertThat(header(refused, "X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(header(refused, "X-RateLimit-Reset")).isEqualTo("2026-11-23T09:05:00.000000Z");
    server.clock.forward(Duration.ofMinutes(5));
    assertThat(server.get(SELF, KARI).statusCode()).isEqualTo(200);
  }

  @Test
  void refusalsOnDemandEndByThemselves() {
    server.network.faults().refuseNext(1);

    assertThat(server.get(SELF, KARI).statusCode()).isEqualTo(429);
    assertThat(server.get(SELF, KARI).statusCode()).isEqualTo(200);
  }

  @Test
  void serverThatIsDownAnswersWithAPageInsteadOfJson() {
    server.network.faults().down(true);
    HttpResponse<String> answer = server.get("api/v2/instance");
    server.network.faults().clear();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).startsWith("<!DOCTYPE");
    assertThat(
            json(server.get("api/v2/instance"))
                .at("/configuration/statuses/max_characters")
                .asInt())
        .isEqualTo(500);
  }

  @Test
  void slowServerKeepsItsCallersWaiting() {
    server.network.faults().slow(Duration.ofMillis(80));
    long before = System.nanoTime();
    server.get("api/v2/instance");

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(79));
  }

  @Test
  void pageIsRepeatedOrTurnedOnDemand() {
    String first = server.network.post("kari", "#a en").id();
    String second = server.network.post("kari", "#a to").id();
    server.get("api/v1/timelines/tag/a", KARI);
    server.network.faults().repeatNext(1);
    var repeated = server.get("api/v1/timelines/tag/a?min_id=" + second, KARI);
    server.network.faults().reorder(true);
    var turned = server.get("api/v1/timelines/tag/a", KARI);

    assertThat(ids(repeated)).containsExactly(second, first);
    assertThat(ids(turned)).containsExactly(first, second);
  }

  @Test
  void answersAreSpoiltOnDemand() {
    Faults faults = server.network.faults();
    String path = "api/v1/accounts/lookup?acct=kari";

    faults.answers(Answers.GARBAGE);
    HttpResponse<String> garbage = server.get(path);
    assertThat(garbage.statusCode()).isEqualTo(200);
    assertThat(header(garbage, "Content-Type")).startsWith("application/json");
    assertThat(garbage.body()).startsWith("<!DOCTYPE");
    faults.answers(Answers.CUT);
    assertThatThrownBy(() -> server.get(path))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .isNotInstanceOf(HttpTimeoutException.class);
    faults.answers(Answers.NONE);
    assertThatThrownBy(() -> server.get(path, Duration.ofMillis(300)))
        .hasCauseInstanceOf(HttpTimeoutException.class);
    faults.clear();
    server.clock.forward(Duration.ofMinutes(5));
    assertThat(server.get(path).statusCode()).isEqualTo(200);
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
