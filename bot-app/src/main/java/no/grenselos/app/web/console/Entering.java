package no.grenselos.app.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import no.grenselos.app.admission.LocalLinks;
import no.grenselos.app.admission.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** What happens at the door: somebody comes in and is noted, or is told why not. */
final class Entering implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Entering.class);

  private final Console console;

  Entering(Console console) {
    this.console = console;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    Instant now = console.clock().instant();
    Visitor visitor = VisitorArgument.of(who);
    if (visitor == null) throw new IllegalStateException("came in without being a visitor");
    String provider =
        who instanceof OAuth2AuthenticationToken token
            ? token.getAuthorizedClientRegistrationId()
            : "";
    console
        .store()
        .write(books -> {
          LocalLinks.enter(books, visitor, "by " + provider, now);
          return true;
        });
    Stay.begin(request.getSession(), now);
    LOG.info("console entered by={} provider={}", visitor.id(), provider);
    response.sendRedirect(WayBack.take(request, response, console));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    String code =
        why instanceof OAuth2AuthenticationException oauth ? oauth.getError().getErrorCode() : "";
    // the code alone: a description may quote what somebody sent
    LOG.warn("console refused code={}", code.replaceAll("[^A-Za-z0-9_.-]", "?"));
    String reason =
        switch (code) {
          case SignIn.UNKNOWN -> "unknown";
          case "access_denied" -> "denied";
          default -> "failed";
        };
    response.sendRedirect(EntranceController.LOGIN + "?why=" + reason);
  }
}
