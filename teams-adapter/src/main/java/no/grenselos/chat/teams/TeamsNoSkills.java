package no.grenselos.chat.teams;

import com.microsoft.bot.connector.authentication.AuthenticationConfiguration;
import com.microsoft.bot.connector.authentication.AuthenticationException;
import com.microsoft.bot.connector.authentication.ClaimsValidator;
import com.microsoft.bot.connector.authentication.SkillValidation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Refuses other bots that call us as their "skill". By an exception thrown, not by a failed future:
 * the kit's {@code JwtTokenValidation} drops the future of its validator and lets the caller pass
 * (4.14.3).
 */
final class TeamsNoSkills extends ClaimsValidator {
  /** For every part of the kit that looks at callers itself. */
  static AuthenticationConfiguration configuration() {
    AuthenticationConfiguration configuration = new AuthenticationConfiguration();
    configuration.setClaimsValidator(new TeamsNoSkills());
    return configuration;
  }

  @Override
  public CompletableFuture<Void> validateClaims(Map<String, String> claims) {
    if (SkillValidation.isSkillClaim(claims)) {
      throw new AuthenticationException("another bot's token; we are nobody's skill");
    }
    return CompletableFuture.completedFuture(null);
  }
}
