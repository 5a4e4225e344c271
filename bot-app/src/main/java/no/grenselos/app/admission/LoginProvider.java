package no.grenselos.app.admission;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One way to sign in, by OpenID Connect.
 *
 * @param name {@code slack}, {@code entra} or any other; names it in addresses too
 * @param issuer what every token must say it comes from
 * @param ways where to ask; null to look it up at the issuer when somebody first signs in
 * @param secret name of the environment's variable that holds it
 * @param workspace Slack's team id that people must come from; empty for other providers
 * @param trustsEmail whether an e-mail address counts that the provider does not call verified
 */
public record LoginProvider(
    String name,
    URI issuer,
    @Nullable Ways ways,
    String clientId,
    String secret,
    String workspace,
    boolean trustsEmail) {
  static final String SLACK = "slack";
  static final String ENTRA = "entra";

  /**
   * Where to ask.
   *
   * @param userinfo null where the token says all
   * @param logout where the provider's own session ends; null where it is left alone
   */
  public record Ways(
      URI authorization, URI token, URI keys, @Nullable URI userinfo, @Nullable URI logout) {}
}
