package no.grenselos.feed.x;

import static no.grenselos.feed.http.WireMockScript.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

class XInletTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
  private static final Body GONE = fixture("x/activity-delete.json");
  private static final Map<String, String> OLD = Map.of("X_CONSUMER_SECRET", "consumer");
  private static final Map<String, String> BOTH =
      Map.of("X_CONSUMER_SECRET", "consumer", "X_CLIENT_SECRET", "client");

  private final Problems problems = new Problems("grenselos.yml");

  private Source open(Map<String, String> secrets) {
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("webhook", new Node.Scalar("true", 4));
    Settings settings = new Settings(new Node.Mapping(entry, 3), "feeds[0].x", problems);
    FeedContext context =
        new FeedContext(
            CLOCK, name -> Optional.ofNullable(secrets.get(name)).map(Secret::new), false);
    return new XFeedProvider().open("brand", settings, context);
  }

  private Inlet inlet(Map<String, String> secrets) {
    return open(secrets).inlet().orElseThrow();
  }

  private static String mac(String secret, byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, List<String>> signed(String header, String secret, Body body) {
    return Map.of(header, List.of(mac(secret, body.bytes())));
  }

  private static HttpCall post(Body body, Map<String, List<String>> headers) {
    return new HttpCall("POST", "/brand", "", headers, body);
  }

  private Told ask(Map<String, String> secrets, String query) {
    return inlet(secrets).receive(new HttpCall("GET", "/brand", query, Map.of(), Body.NONE));
  }

  private static HttpAnswer answer(Told told) {
    return ((Told.Answered) told).answer();
  }

  @Test
  void aChallengeIsAnsweredWithItsSignature() {
    HttpAnswer answer = answer(ask(OLD, "nonce=1&crc_token=Zm9v%2Bbar-1%3D"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/json");
    String expected = mac("consumer", "Zm9v+bar-1=".getBytes(StandardCharsets.UTF_8));
    assertThat(answer.body().text()).isEqualTo("{\"response_token\":\"" + expected + "\"}");
    assertThat(answer(ask(BOTH, "crc_token=a")).body().text())
        .contains(mac("client", "a".getBytes(StandardCharsets.UTF_8)));
    assertThat(inlet(OLD).name()).isEqualTo("brand");
  }

  @Test
  void aChallengeThatCouldBeABodyIsNotSigned() {
    for (String query :
        new String[] {
          "",
          "crc_token",
          "crc_token=",
          "other=1",
          "crc_token=%7B%22tweet_create_events%22%3A%5B%5D%7D",
          "crc_token={}",
          "crc_token=%20%7B%7D",
          "crc_token=%EF%BB%BF%7B%7D",
          "crc_token=%zz%",
          "crc_token=" + "a".repeat(501)
        }) {
      assertThat(answer(ask(OLD, query)))
          .as(query)
          .satisfies(answer -> {
            boolean harmless = query.equals("crc_token=%zz%");
            assertThat(answer.status()).isEqualTo(harmless ? 200 : 400);
          });
    }
  }

  @Test
  void whatXSignedIsKeptBeforeItIsAnswered() {
    Told.Posts told =
        (Told.Posts)
            inlet(OLD).receive(post(GONE, signed(WebhookSecrets.OF_CONSUMER, "consumer", GONE)));

    assertThat(told.page().events()).hasSize(1);
    assertThat(told.answer().apply(1).status()).isEqualTo(200);
    Body nothing = Body.of("{\"for_user_id\":\"13\",\"follow_events\":[{}]}");
    assertThat(
            inlet(OLD)
                .receive(
                    post(nothing, signed("x-twitter-webhooks-signature", "consumer", nothing))))
        .isInstanceOfSatisfying(
            Told.Posts.class, posts -> assertThat(posts.page().skipped()).isEmpty());
  }

  @Test
  void theNewerSignatureCountsWhereItsSecretIsKnown() {
    Map<String, List<String>> both = new LinkedHashMap<>();
    both.putAll(signed(WebhookSecrets.OF_CLIENT, "client", GONE));
    both.put(WebhookSecrets.OF_CONSUMER, List.of("sha256=AAAA"));

    assertThat(inlet(BOTH).receive(post(GONE, both))).isInstanceOf(Told.Posts.class);
    assertThat(answer(inlet(OLD).receive(post(GONE, both))).status()).isEqualTo(401);
    Map<String, List<String>> newer = signed(WebhookSecrets.OF_CLIENT, "client", GONE);
    assertThat(answer(inlet(OLD).receive(post(GONE, newer))).body().text())
        .contains("X_CLIENT_SECRET");
    Map<String, List<String>> older = signed(WebhookSecrets.OF_CONSUMER, "consumer", GONE);
    assertThat(inlet(BOTH).receive(post(GONE, older))).isInstanceOf(Told.Posts.class);
  }

  @Test
  void whatIsForgedOrBrokenIsRefusedWithAReason() {
    Body changed = Body.of(GONE.text() + " ");
    Map<String, List<String>> signature = signed(WebhookSecrets.OF_CONSUMER, "consumer", GONE);
    HttpAnswer forged = answer(inlet(OLD).receive(post(changed, signature)));
    assertThat(forged.status()).isEqualTo(401);
    assertThat(forged.body().text())
        .startsWith("{\"error\":\"The signature does not fit")
        .doesNotContain("sha256=");
    assertThat(answer(inlet(OLD).receive(post(GONE, Map.of()))).status()).isEqualTo(401);
    for (String sent : new String[] {"", "sha256=", "sha256=%%", "sha1=" + "A".repeat(28)}) {
      HttpCall call = post(GONE, Map.of(WebhookSecrets.OF_CONSUMER, List.of(sent)));
      assertThat(answer(inlet(OLD).receive(call)).status()).isEqualTo(401);
    }
    for (String text : new String[] {"", "{", "[]", "7"}) {
      Body body = Body.of(text);
      HttpCall call = post(body, signed(WebhookSecrets.OF_CONSUMER, "consumer", body));
      assertThat(answer(inlet(OLD).receive(call)).status()).isEqualTo(400);
    }
    HttpCall put = new HttpCall("PUT", "/brand", "", Map.of(), GONE);
    assertThat(answer(inlet(OLD).receive(put)).status()).isEqualTo(405);
  }

  @Test
  void aMissingSecretIsAMistakeOfTheConfiguration() {
    assertThat(open(Map.of()).inlet()).isEmpty();

    assertThat(problems.found()).extracting(ConfigProblem::line).containsExactly(4);
    assertThat(problems.found().toString()).contains("X_CONSUMER_SECRET");
    assertThat(open(OLD).feeds()).isEmpty();
    assertThat(problems.found()).hasSize(1);
  }
}
