package no.grenselos.feed.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import org.junit.jupiter.api.Test;

class WebhookChecksTest {
  /** The HMAC of RFC 4231, test case 2. */
  private static final String RFC_4231 =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  private static final byte[] BODY =
      "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

  private final WebhookSignature signature =
      new WebhookSignature(new AppSecret(new Secret("Jefe")));
  private final VerifyChallenge challenge = new VerifyChallenge(new Secret("grense"));

  @Test
  void onlyTheBodyThatWasSignedFits() {
    byte[] changed = BODY.clone();
    changed[0] ^= 1;

    assertThat(signature.fits(BODY, Optional.of("sha256=" + RFC_4231))).isTrue();
    assertThat(signature.fits(changed, Optional.of("sha256=" + RFC_4231))).isFalse();
    assertThat(
            new WebhookSignature(new AppSecret(new Secret("other")))
                .fits(BODY, Optional.of("sha256=" + RFC_4231)))
        .isFalse();
  }

  @Test
  void whatIsNoSignatureDoesNotFit() {
    assertThat(signature.fits(BODY, Optional.empty())).isFalse();
    for (String header :
        new String[] {
          "", "sha256=", RFC_4231, "sha1=" + RFC_4231, "sha256=zz", "sha256=" + RFC_4231 + "00"
        }) {
      assertThat(signature.fits(BODY, Optional.of(header))).as(header).isFalse();
    }
  }

  @Test
  void theChallengeIsAnsweredToWhoeverKnowsTheToken() {
    assertThat(challenge.answer(query("subscribe", "grense", "1158201444"))).contains("1158201444");
  }

  @Test
  void aWrongTokenModeOrChallengeIsNotAnswered() {
    assertThat(challenge.answer(query("subscribe", "grenser", "1"))).isEmpty();
    assertThat(challenge.answer(query("unsubscribe", "grense", "1"))).isEmpty();
    assertThat(challenge.answer(query("subscribe", "grense", "<script>"))).isEmpty();
    assertThat(challenge.answer(Map.of())).isEmpty();
  }

  private static Map<String, String> query(String mode, String token, String said) {
    return Map.of("hub.mode", mode, "hub.verify_token", token, "hub.challenge", said);
  }
}
