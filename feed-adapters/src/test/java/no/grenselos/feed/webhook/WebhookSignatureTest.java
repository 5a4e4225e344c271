package no.grenselos.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import no.grenselos.config.Secret;
import no.grenselos.feed.webhook.WebhookSignature.Verdict;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final long NOW = 1_772_442_000;
  private static final byte[] BODY =
      "{\"network\":\"trustpilot\",\"id\":\"r-1\",\"deleted\":true}"
          .getBytes(StandardCharsets.UTF_8);

  private final WebhookSignature signature = signature("not-a-real-secret");

  private static WebhookSignature signature(String secret) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    return new WebhookSignature(new Secret(secret), clock);
  }

  /** By hand, as another program would. */
  static String mac(String secret, String seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(seconds.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) '.');
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(String secret, long seconds, byte[] body) {
    return "t=" + seconds + ",v1=" + mac(secret, String.valueOf(seconds), body);
  }

  private Verdict check(String header) {
    return signature.check(BODY, Optional.of(header));
  }

  private String refused(String header) {
    return ((Verdict.Refused) check(header)).reason();
  }

  @Test
  void whoeverKnowsTheSecretIsBelieved() {
    String good = header("not-a-real-secret", NOW, BODY);

    assertThat(check(good)).isEqualTo(new Verdict.Genuine(Instant.ofEpochSecond(NOW)));
    assertThat(check(" " + good.replace(",", " , ") + ", v2=x, y"))
        .isInstanceOf(Verdict.Genuine.class);
    assertThat(
            check(
                "t=" + NOW + ",v1=" + good.substring(good.length() - 64).toUpperCase(Locale.ROOT)))
        .isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void oneOfSeveralSignaturesIsEnoughWhileAKeyIsChanged() {
    String old = header("the-old-secret", NOW, BODY);
    String fresh = ",v1=" + mac("not-a-real-secret", String.valueOf(NOW), BODY);

    assertThat(check(old + fresh)).isInstanceOf(Verdict.Genuine.class);
    assertThat(check("t=" + NOW + fresh + old.substring(old.indexOf(','))))
        .isInstanceOf(Verdict.Genuine.class);
    assertThat(refused(old)).contains("another secret");
    assertThat(refused("t=" + NOW + fresh.repeat(11))).contains("at most 10");
  }

  @Test
  void fiveMinutesBothWaysAndNotASecondMore() {
    assertThat(check(header("not-a-real-secret", NOW - 300, BODY)))
        .isInstanceOf(Verdict.Genuine.class);
    assertThat(check(header("not-a-real-secret", NOW + 300, BODY)))
        .isInstanceOf(Verdict.Genuine.class);
    assertThat(refused(header("not-a-real-secret", NOW - 301, BODY)))
        .contains("301 seconds ago")
        .contains("anew");
    assertThat(refused(header("not-a-real-secret", NOW + 301, BODY)))
        .contains("301 seconds ahead")
        .contains("clocks");
    assertThat(refused(header("not-a-real-secret", NOW * 100, BODY))).contains("counts seconds");
  }

  @Test
  void everyFaultOfTheHeaderIsToldApart() {
    String hex = mac("not-a-real-secret", String.valueOf(NOW), BODY);

    assertThat(((Verdict.Refused) signature.check(BODY, Optional.empty())).reason())
        .contains("is missing");
    for (String wrong :
        List.of(
            "",
            hex,
            "v1=" + hex,
            "t=" + NOW,
            "t=,v1=" + hex,
            "t=soon,v1=" + hex,
            "t=1234567890123,v1=" + hex,
            "t=-1,v1=" + hex,
            "t=" + NOW + ",v1=" + hex + "00",
            "t=" + NOW + ",v1=zz",
            "t=" + NOW + ",v0=" + hex,
            "t=" + NOW + ",t=1,v1=" + hex,
            "t=" + NOW + ",v1=" + hex + ",".repeat(2_000))) {
      assertThat(refused(wrong)).as(wrong).contains("must read t=");
    }
    assertThat(refused("t=0" + NOW + ",v1=" + hex)).contains("does not fit");
  }

  @Property
  void onlyTheBodyAndTheSecondThatWereSignedFit(
      @ForAll @Size(max = 300) byte[] body,
      @ForAll @AlphaChars @StringLength(min = 1, max = 80) String secret,
      @ForAll @LongRange(min = NOW - 300, max = NOW + 300) long seconds,
      @ForAll @IntRange(max = 10_000) int place) {
    String header = header(secret, seconds, body);
    WebhookSignature ours = signature(secret);
    byte[] other = Arrays.copyOf(body, body.length + 1);
    byte[] spoilt = body.clone();
    if (body.length > 0) spoilt[place % body.length] ^= (byte) (1 + place % 255);

    assertThat(ours.check(body, Optional.of(header))).isInstanceOf(Verdict.Genuine.class);
    assertThat(ours.check(other, Optional.of(header))).isInstanceOf(Verdict.Refused.class);
    assertThat(ours.check(body, Optional.of(header.replace("t=" + seconds, "t=" + (seconds ^ 1)))))
        .isInstanceOf(Verdict.Refused.class);
    assertThat(signature(secret + "x").check(body, Optional.of(header)))
        .isInstanceOf(Verdict.Refused.class);
    if (body.length > 0) {
      assertThat(ours.check(spoilt, Optional.of(header))).isInstanceOf(Verdict.Refused.class);
    }
  }

  @Property
  void noHeaderThrowsOrIsBelieved(@ForAll @StringLength(max = 200) String header) {
    assertThat(check(header)).isInstanceOf(Verdict.Refused.class);
    assertThat(check("t=" + NOW + ",v1=" + header)).isInstanceOf(Verdict.Refused.class);
    assertThat(check(header).toString()).doesNotContain("not-a-real-secret");
  }

  @Property
  void anIdempotencyKeyIsPrintableAsciiOrSaidNotToBe(@ForAll @StringLength(max = 250) String key) {
    boolean good = key.strip().matches("[ -~]{1,200}");

    assertThat(IdempotencyKey.of(Optional.of(key)) instanceof IdempotencyKey.Given).isEqualTo(good);
  }

  @Test
  void anIdempotencyKeyMayBeLeftOutButNotTooLong() {
    assertThat(IdempotencyKey.of(Optional.empty())).isEqualTo(new IdempotencyKey.LeftOut());
    assertThat(IdempotencyKey.of(Optional.of(" r-4711 a ")))
        .isEqualTo(new IdempotencyKey.Given("r-4711 a"));
    assertThat(IdempotencyKey.of(Optional.of("x".repeat(200))))
        .isInstanceOf(IdempotencyKey.Given.class);
    assertThat(IdempotencyKey.of(Optional.of("x".repeat(201))).toString()).contains("200");
  }
}
