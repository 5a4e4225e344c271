package no.grenselos.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.feed.FeedContext;
import no.grenselos.feed.Inlet;
import no.grenselos.feed.Inlet.Told;
import no.grenselos.feed.Source;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import org.junit.jupiter.api.Test;

class WebhookInletTest {
  private static final long NOW = 1_772_442_000;
  private static final String SECRET = "sixteen characters";
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
  private static final String GONE = "{\"network\":\"trustpilot\",\"id\":\"r-1\",\"deleted\":true}";
  private static final String BAD = "{\"network\":\"trustpilot\",\"id\":\"r 1\"}";

  private final Problems problems = new Problems("config/grenselos.yml");

  private Source open(Optional<String> secret) {
    Settings settings =
        new Settings(new Node.Mapping(new LinkedHashMap<>(), 7), "feeds[0].webhook", problems);
    FeedContext context = new FeedContext(CLOCK, name -> secret.map(Secret::new), false);
    return new WebhookFeedProvider().open("reviews", settings, context);
  }

  private Told receive(String method, String body, Map<String, List<String>> more) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String mac = WebhookSignatureTest.mac(SECRET, String.valueOf(NOW), bytes);
    Map<String, List<String>> headers = new LinkedHashMap<>(more);
    headers.putIfAbsent("Grenselos-Signature", List.of("t=" + NOW + ",v1=" + mac));
    Inlet inlet = open(Optional.of(SECRET)).inlet().orElseThrow();
    return inlet.receive(new HttpCall(method, "/reviews", "", headers, Body.of(bytes)));
  }

  private Told receive(String body) {
    return receive("POST", body, Map.of());
  }

  private static HttpAnswer answer(Told told) {
    return ((Told.Answered) told).answer();
  }

  @Test
  void whatIsGenuineIsKeptAndThenAnswered() {
    Told.Posts told = (Told.Posts) receive("{\"mentions\":[" + GONE + "," + BAD + "]}");

    assertThat(told.page().events()).hasSize(1);
    assertThat(told.key()).isEmpty();
    HttpAnswer answer = told.answer().apply(0);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().text())
        .startsWith("{\"taken\":0,\"repeated\":1,\"skipped\":[{\"item\":\"mentions[1]\",\"why\":");
  }

  @Test
  void theKeyIsHandedOn() {
    Told told = receive("POST", GONE, Map.of("idempotency-key", List.of("k 1")));

    assertThat(((Told.Posts) told).key()).contains("k 1");
  }

  @Test
  void whatCannotBeTakenIsRefusedWithAReason() {
    String huge = "{\"mentions\":[" + "1,".repeat(500) + "1]}";

    assertThat(answer(receive("GET", "", Map.of())).status()).isEqualTo(405);
    HttpAnswer forged =
        answer(receive("POST", GONE, Map.of("Grenselos-Signature", List.of("t=1,v1=00"))));
    assertThat(forged.status()).isEqualTo(401);
    assertThat(forged.body().text()).startsWith("{\"error\":\"The header Grenselos-Signature");
    assertThat(answer(receive("POST", GONE, Map.of("Idempotency-Key", List.of("")))).status())
        .isEqualTo(400);
    assertThat(answer(receive("{")).status()).isEqualTo(400);
    assertThat(answer(receive(huge)).status()).isEqualTo(413);
    assertThat(answer(receive(BAD)).status()).isEqualTo(422);
    assertThat(answer(receive("{\"mentions\":[]}")).status()).isEqualTo(200);
  }

  @Test
  void aSecretThatIsMissingOrShortIsAMistakeOfTheConfiguration() {
    assertThat(open(Optional.empty()).inlet()).isEmpty();
    Source unused = open(Optional.of("short"));

    assertThat(problems.found())
        .extracting(ConfigProblem::text)
        .containsExactly(
            "the environment variable WEBHOOK_SECRET is not set",
            "WEBHOOK_SECRET must have at least 16 characters");
  }
}
