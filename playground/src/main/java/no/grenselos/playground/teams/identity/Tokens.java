package no.grenselos.playground.teams.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.tenant.TeamsApp;

/**
 * The tokens of both ways: those that the connector signs when it calls the bot, and those the bot
 * shows when it calls the connector. Safe for many threads.
 */
public final class Tokens {
  static final String ISSUER = "https://api.botframework.com";

  private static final String SKILL_ISSUER =
      "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";
  private static final Duration LIFE = Duration.ofHours(1);

  private final TeamsApp app;
  private final Set<String> issued = ConcurrentHashMap.newKeySet();
  private volatile Clock clock;

  public Tokens(TeamsApp app, Clock clock) {
    this.app = app;
    this.clock = clock;
  }

  /** The time that tokens are made by from now on. */
  public void clock(Clock newClock) {
    clock = newClock;
  }

  /**
   * What stands in the {@code Authorization} header of a call to the bot; empty for no header.
   *
   * @param serviceUrl as in the activity
   */
  public String authorization(String serviceUrl, Forgery forgery) {
    return switch (forgery) {
      case NO_TOKEN -> "";
      case GARBAGE -> "Bearer abc";
      case ALG_NONE -> "Bearer " + SigningKey.unsigned(claims(serviceUrl, forgery));
      case WRONG_KEY -> "Bearer " + SigningKey.stranger().sign(claims(serviceUrl, forgery));
      case SKILL -> "Bearer " + SigningKey.own().sign(skill());
      case NONE, WRONG_ISSUER, WRONG_AUDIENCE, EXPIRED, NOT_YET_VALID, WRONG_SERVICE_URL ->
          "Bearer " + SigningKey.own().sign(claims(serviceUrl, forgery));
    };
  }

  private ObjectNode claims(String serviceUrl, Forgery forgery) {
    Instant now = clock.instant();
    Instant from =
        switch (forgery) {
          case EXPIRED -> now.minus(LIFE.multipliedBy(2));
          case NOT_YET_VALID -> now.plus(LIFE);
          default -> now.minusSeconds(60);
        };
    return Json.object()
        .put("serviceurl", forgery == Forgery.WRONG_SERVICE_URL ? serviceUrl + "x" : serviceUrl)
        .put("nbf", from.getEpochSecond())
        .put("exp", from.plus(LIFE).getEpochSecond())
        .put("iss", forgery == Forgery.WRONG_ISSUER ? "https://issuer.example" : ISSUER)
        .put("aud", forgery == Forgery.WRONG_AUDIENCE ? UUID.randomUUID().toString() : app.appId());
  }

  private ObjectNode skill() {
    Instant now = clock.instant();
    return Json.object()
        .put("aud", app.appId())
        .put("iss", SKILL_ISSUER)
        .put("iat", now.getEpochSecond())
        .put("nbf", now.minusSeconds(60).getEpochSecond())
        .put("exp", now.plus(LIFE).getEpochSecond())
        .put("appid", "11111111-2222-4333-8444-555555555555")
        .put("ver", "1.0");
  }

  /** A token for the bot; good for an hour. */
  String issue() {
    Instant now = clock.instant();
    String token =
        SigningKey.own()
            .sign(
                Json.object()
                    .put("aud", ISSUER)
                    .put("appid", app.appId())
                    .put("jti", UUID.randomUUID().toString())
                    .put("nbf", now.getEpochSecond())
                    .put("exp", now.plus(LIFE).getEpochSecond()));
    issued.add(token);
    return token;
  }

  static Duration life() {
    return LIFE;
  }

  /** The bot's tokens are worth nothing from now on; it must get a new one. */
  public void revoke() {
    issued.clear();
  }

  /** True for a header with a token that was issued and not revoked. */
  public boolean admits(String authorization) {
    return authorization.startsWith("Bearer ") && issued.contains(authorization.substring(7));
  }

  ObjectNode keySet() {
    ObjectNode keys = Json.object();
    keys.putArray("keys").add(SigningKey.own().jwk());
    return keys;
  }
}
