package no.grenselos.app.web.console;

import no.grenselos.app.admission.Admission;
import no.grenselos.app.admission.LoginProvider;
import no.grenselos.app.admission.Visitor;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes a visitor of somebody whose token was checked, when grenselos.yml names them. */
final class SignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {
  /** Known to the provider, but not to us. */
  static final String UNKNOWN = "unknown_person";

  private final OidcUserService provider = new OidcUserService();
  private final LoginProviders providers;
  private final Admission admission;

  SignIn(LoginProviders providers, Admission admission) {
    this.providers = providers;
    this.admission = admission;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = provider.loadUser(request);
    LoginProvider login =
        providers.provider(request.getClientRegistration().getRegistrationId()).orElseThrow();
    Visitor visitor =
        admission
            .visitor(login, user.getClaims())
            .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN)));
    return new SignedIn(user, visitor);
  }
}
