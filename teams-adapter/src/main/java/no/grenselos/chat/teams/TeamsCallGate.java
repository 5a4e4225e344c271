package no.grenselos.chat.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.Locale;
import no.grenselos.web.HttpCall;

/**
 * The first look at a call: whether its token even claims to come from the Bot Framework. Comes
 * before Microsoft's kit, which lets tokens of the "skill" kind pass and would send our own token
 * to whoever made one. The token's signature is not looked at here: who passes is not yet trusted.
 */
final class TeamsCallGate {
  private static final String ISSUER = "https://api.botframework.com";
  private static final String BEARER = "bearer ";

  private final String appId;

  TeamsCallGate(String appId) {
    this.appId = appId;
  }

  boolean mayBeMicrosoft(HttpCall call) {
    String header = call.header("Authorization").orElse("");
    if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) return false;
    try {
      DecodedJWT token = JWT.decode(header.substring(BEARER.length()).strip());
      return ISSUER.equals(token.getIssuer())
          && token.getAudience() != null
          && token.getAudience().contains(appId);
    } catch (JWTDecodeException e) {
      return false;
    }
  }
}
