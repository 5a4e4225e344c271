package no.grenselos.app.web.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Leads out: to the provider's own end of the session where it has one, else to our first page. */
final class Leaving implements LogoutSuccessHandler {
  private static final String OUT = EntranceController.LOGIN + "?out";

  private final OidcClientInitiatedLogoutSuccessHandler provider;

  Leaving(Console console, LoginProviders providers) {
    this.provider = new OidcClientInitiatedLogoutSuccessHandler(providers);
    provider.setDefaultTargetUrl(OUT);
    console.settings().publicUrl().ifPresent(url -> provider.setPostLogoutRedirectUri(url + OUT));
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
      throws IOException, ServletException {
    provider.onLogoutSuccess(request, response, who);
  }
}
