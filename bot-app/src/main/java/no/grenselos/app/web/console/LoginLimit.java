package no.grenselos.app.web.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.grenselos.app.web.caller.Attempts;
import no.grenselos.app.web.caller.Sources;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets an address try to come in only so often: a sign-in takes two steps, so fifteen at once and
 * one every four seconds after that. Behind a proxy that is not named in {@code inbound} all people
 * share its address; that is why the limit is not lower.
 */
final class LoginLimit extends OncePerRequestFilter {
  private static final int AT_ONCE = 30;
  private static final Duration EACH = Duration.ofSeconds(2);
  private static final List<String> STEPS =
      List.of(EntranceController.GO + "/", LoginProviders.BACK + "/", EntranceController.LINK);

  private final Attempts attempts;
  private final Sources sources;

  LoginLimit(Sources sources, Clock clock) {
    this.sources = sources;
    this.attempts = new Attempts(AT_ONCE, EACH, clock);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return STEPS.stream().noneMatch(request.getRequestURI()::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Duration wait = attempts.take(sources.of(request));
    if (wait.isZero()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
    response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
  }
}
