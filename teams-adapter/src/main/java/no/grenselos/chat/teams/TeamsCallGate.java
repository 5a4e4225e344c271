package no.grenselos.chat.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.connector.authentication.ChannelValidation;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.JwtTokenExtractor;
import com.microsoft.bot.connector.authentication.OpenIdMetadataKey;
import com.microsoft.bot.connector.authentication.TokenValidationParameters;
import com.microsoft.bot.schema.Activity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.grenselos.web.HttpCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Microsoft from strangers, before any of the bot's logic (learn.microsoft.com, Connector
 * authentication, "Step 4: Verify the JWT token"). What the token claims is looked at first, by us:
 * Microsoft's kit lets tokens of the "skill" kind pass and would send our own token to whoever made
 * one. Then its place: service, channel and tenant must be allowed. Then signature and dates, with
 * the keys we fetched, and by the kit again with the key's endorsements. Whatever goes wrong, the
 * call is refused. In local development there is no token, and the service must be on this machine.
 * Safe for many threads.
 */
final class TeamsCallGate {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsCallGate.class);

  private static final String ISSUER = "https://api.botframework.com";
  private static final String CHANNEL = "msteams";
  private static final String BEARER = "bearer ";
  private static final int LONGEST = 16_384;
  private static final long PATIENCE_SECONDS = 3;

  /** How far clocks may differ (learn.microsoft.com, Connector authentication). */
  private static final long SKEW_SECONDS = 300;

  private final TeamsSettings settings;
  private final TeamsKeys keys;
  private final TeamsNoSkills noSkills = new TeamsNoSkills();
  private final ObjectMapper mapper = new ObjectMapper();

  TeamsCallGate(TeamsSettings settings, TeamsKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  /** What became of a call. Every stranger is answered 401, without a word. */
  sealed interface Verdict {
    /** Microsoft; in local development anybody, as {@code anonymous}. */
    record Genuine(ClaimsIdentity caller) implements Verdict {}

    /**
     * Nobody to listen to.
     *
     * @param reason a word or two for the log; holds nothing the caller sent
     */
    record Stranger(String reason) implements Verdict {}
  }

  /**
   * A first look, before the body is even read: whether the token claims to be Microsoft's, for us.
   * Says nothing about whether it is.
   */
  boolean mayBeMicrosoft(HttpCall call) {
    if (settings.isLocal()) return true;
    try {
      String token = token(call);
      return !token.isEmpty() && claimFault(JWT.decode(token)).isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }

  Verdict verdict(HttpCall call, Activity activity) {
    try {
      if (!settings.hosts().allows(activity.getServiceUrl()))
        return new Verdict.Stranger("service-url");
      if (settings.isLocal()) return new Verdict.Genuine(new ClaimsIdentity("anonymous"));
      String token = token(call);
      if (token.isEmpty()) return new Verdict.Stranger("no-token");
      DecodedJWT claimed = JWT.decode(token);
      Optional<String> fault = fault(claimed, activity);
      if (fault.isPresent()) return new Verdict.Stranger(fault.get());
      return signed(token, claimed, activity);
    } catch (JWTDecodeException e) {
      return new Verdict.Stranger("no-jwt");
    } catch (TokenExpiredException e) {
      return new Verdict.Stranger("expired");
    } catch (SignatureVerificationException e) {
      return new Verdict.Stranger("signature");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Verdict.Stranger("interrupted");
    } catch (Exception e) {
      // whatever it was: who is not surely genuine is a stranger
      LOG.debug("a token did not stand", e);
      return new Verdict.Stranger("not-verified");
    }
  }

  private static String token(HttpCall call) {
    List<String> headers = call.headers().getOrDefault("authorization", List.of());
    if (headers.size() != 1) return "";
    String header = headers.getFirst();
    return header.length() <= LONGEST && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? header.substring(BEARER.length()).strip()
        : "";
  }

  /** What is wrong with what is claimed; nothing of it is trusted yet. */
  private Optional<String> fault(DecodedJWT claimed, Activity activity) {
    Optional<String> fault = claimFault(claimed);
    if (fault.isPresent()) return fault;
    if (!activity.getServiceUrl().equalsIgnoreCase(claimed.getClaim("serviceurl").asString()))
      return Optional.of("service-url-claim");
    if (!CHANNEL.equals(activity.getChannelId())) return Optional.of("channel");
    return isTenantAllowed(activity) ? Optional.empty() : Optional.of("tenant");
  }

  private Optional<String> claimFault(DecodedJWT claimed) {
    if (!ISSUER.equals(claimed.getIssuer())) return Optional.of("issuer");
    if (!List.of(settings.app().id()).equals(claimed.getAudience())) return Optional.of("audience");
    if (!"RS256".equals(claimed.getAlgorithm())) return Optional.of("algorithm");
    // without a date, the kit takes a token for valid for ever
    return claimed.getExpiresAtAsInstant() == null ? Optional.of("no-end") : Optional.empty();
  }

  /** Teams names the tenant in one of two places; what both name, both must be allowed. */
  private boolean isTenantAllowed(Activity activity) {
    List<String> named = new ArrayList<>();
    JsonNode data = mapper.valueToTree(activity.getChannelData());
    String tenant = data == null ? "" : data.path("tenant").path("id").asText("");
    if (!tenant.isEmpty()) named.add(tenant);
    if (activity.getConversation() != null && activity.getConversation().getTenantId() != null)
      named.add(activity.getConversation().getTenantId());
    return !named.isEmpty()
        && named.stream().allMatch(id -> settings.tenants().contains(id.toLowerCase(Locale.ROOT)));
  }

  private Verdict signed(String token, DecodedJWT claimed, Activity activity) throws Exception {
    if (claimed.getKeyId() == null) return new Verdict.Stranger("no-key-id");
    Optional<OpenIdMetadataKey> key = keys.find(claimed.getKeyId());
    if (key.isEmpty()) return new Verdict.Stranger("unknown-key");
    // before the kit, which would write a line of its own for each forged call, from its small pool
    JWT.require(Algorithm.RSA256(key.get().key, null))
        .acceptLeeway(SKEW_SECONDS)
        .build()
        .verify(token);
    ClaimsIdentity caller =
        extractor(key.get())
            .getIdentity("Bearer", token, activity.getChannelId(), List.of(CHANNEL))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (caller == null || !caller.isAuthenticated())
      return new Verdict.Stranger("not-authenticated");
    noSkills.validateClaims(caller.claims()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return new Verdict.Genuine(caller);
  }

  /** The kit's own check, with the key in its hand: it fetches nothing, and nothing is global. */
  private JwtTokenExtractor extractor(OpenIdMetadataKey key) {
    TokenValidationParameters parameters =
        new TokenValidationParameters(ChannelValidation.getTokenValidationParameters());
    parameters.issuerSigningKeyResolver = address -> id -> key;
    return new JwtTokenExtractor(
        parameters, settings.addresses().openId().toString(), List.of("RS256"));
  }
}
