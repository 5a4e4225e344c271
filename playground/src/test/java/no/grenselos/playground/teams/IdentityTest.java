package no.grenselos.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.identity.Forgery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest extends TeamsTest {
  @Test
  void theMetadataLeadsToAKeyThatIsEndorsedForTeams() throws Exception {
    JsonNode metadata = fetch(teams.login().resolve("v1/.well-known/openidconfiguration"));
    JsonNode key = fetch(URI.create(metadata.path("jwks_uri").asText())).at("/keys/0");

    assertThat(metadata.path("issuer").asText()).isEqualTo("https://api.botframework.com");
    assertThat(metadata.at("/id_token_signing_alg_values_supported/0").asText()).isEqualTo("RS256");
    assertThat(key.path("kty").asText()).isEqualTo("RSA");
    assertThat(key.at("/endorsements/0").asText()).isEqualTo("msteams");
  }

  @Test
  void aCallToTheBotIsSignedForItAndForTheServiceAddress() throws Exception {
    JsonNode claims = claims(authorization(Forgery.NONE));

    long now = clock.instant().getEpochSecond();
    assertThat(claims.path("iss").asText()).isEqualTo("https://api.botframework.com");
    assertThat(claims.path("aud").asText()).isEqualTo(seed().app().appId());
    assertThat(claims.path("serviceurl").asText()).isEqualTo(teams.serviceUrl().toString());
    assertThat(claims.path("nbf").asLong()).isLessThan(now);
    assertThat(claims.path("exp").asLong()).isGreaterThan(now);
    assertThat(isGenuine(bot.all.getFirst().authorization())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_ISSUER, iss",
    "WRONG_AUDIENCE, aud",
    "EXPIRED, exp",
    "NOT_YET_VALID, nbf",
    "WRONG_SERVICE_URL, serviceurl"
  })
  void aForgedClaimIsRightlySigned(Forgery forgery, String claim) throws Exception {
    JsonNode right = claims(authorization(Forgery.NONE));
    String forged = authorization(forgery);

    assertThat(claims(forged).path(claim)).isNotEqualTo(right.path(claim));
    assertThat(isGenuine(forged)).isTrue();
  }

  @Test
  void tokensCanBeOfAnotherKeyOfNoneOrNotThere() throws Exception {
    assertThat(isGenuine(authorization(Forgery.WRONG_KEY))).isFalse();
    assertThat(header(authorization(Forgery.ALG_NONE)).path("alg").asText()).isEqualTo("none");
    assertThat(authorization(Forgery.NO_TOKEN)).isEmpty();
    assertThat(authorization(Forgery.GARBAGE)).isEqualTo("Bearer abc");
    assertThat(isGenuine(authorization(Forgery.NONE))).isTrue();
  }

  @Test
  void aSkillsTokenComesWithTheAddressOfTheAttacker() throws Exception {
    teams.faults().skillFrom(URI.create("http://attacker.example/"));
    teams.people().say(ANA_ID, "", "hello");
    TestBot.Heard heard = bot.next();

    JsonNode claims = claims(heard.authorization());
    assertThat(claims.path("iss").asText()).startsWith("https://sts.windows.net/");
    assertThat(claims.path("aud").asText()).isEqualTo(seed().app().appId());
    assertThat(claims.path("appid").asText()).isNotEqualTo(seed().app().appId());
    assertThat(heard.activity().path("serviceUrl").asText()).isEqualTo("http://attacker.example/");
  }

  @Test
  void tokensCanGoByAnotherClock() throws Exception {
    Instant other = Instant.parse("2031-01-01T00:00:00Z");
    teams.signBy(Clock.fixed(other, ZoneOffset.UTC));

    assertThat(claims(authorization(Forgery.NONE)).path("exp").asLong())
        .isGreaterThan(other.getEpochSecond());
  }

  @Test
  void aWrongSecretIsRefusedAsTheDirectoryDoes() throws Exception {
    var wrong = api.askForToken("guess");
    var right = api.askForToken(seed().app().secret());

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(Json.parse(wrong.body()).path("error").asText()).isEqualTo("invalid_client");
    assertThat(Json.parse(right.body()).path("token_type").asText()).isEqualTo("Bearer");
    assertThat(Json.parse(right.body()).path("expires_in").asInt()).isPositive();
  }

  @Test
  void aRevokedTokenIsWorthNothingUntilTheBotLogsInAgain() throws Exception {
    teams.revokeTokens();
    int revoked = api.get("conversations/" + teams.personal(ANA_ID) + "/members").statusCode();
    teams.loginDown(true);
    int down = api.askForToken(seed().app().secret()).statusCode();
    teams.loginDown(false);
    api.logIn();

    assertThat(revoked).isEqualTo(401);
    assertThat(down).isEqualTo(503);
    assertThat(api.get("conversations/" + teams.personal(ANA_ID) + "/members").statusCode())
        .isEqualTo(200);
  }

  private String authorization(Forgery forgery) throws Exception {
    if (forgery != Forgery.NONE) {
      teams.faults().forge(forgery);
    }
    teams.people().say(ANA_ID, "", "hello");
    return bot.next().authorization();
  }

  private JsonNode fetch(URI address) throws Exception {
    return Json.parse(api.send("GET", address, "text/plain", "").body());
  }

  private boolean isGenuine(String authorization) throws Exception {
    JsonNode key = fetch(teams.login().resolve("v1/keys")).at("/keys/0");
    PublicKey open =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    String token = authorization.substring("Bearer ".length());
    int end = token.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(open);
    signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)))
        && header(authorization).path("kid").equals(key.path("kid"));
  }

  private static BigInteger number(JsonNode key, String field) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
  }

  private static JsonNode claims(String authorization) {
    return part(authorization, 1);
  }

  private static JsonNode header(String authorization) {
    return part(authorization, 0);
  }

  private static JsonNode part(String authorization, int index) {
    String part = authorization.substring("Bearer ".length()).split("\\.")[index];
    return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }
}
