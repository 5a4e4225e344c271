package no.grenselos.app.web.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that lasted its whole time, or whose visitor did nothing for too long. What a page
 * asks by itself to stay fresh is nothing somebody did.
 */
final class Stay extends OncePerRequestFilter {
  private static final String BEGAN = "grenselos.began";
  private static final String ACTED = "grenselos.acted";

  /** How the address of what a page asks by itself ends. */
  static final String LIVE = "/live";

  private final Console console;

  Stay(Console console) {
    this.console = console;
  }

  /** From now on the session counts. */
  static void begin(HttpSession session, Instant now) {
    session.setAttribute(BEGAN, now);
    session.setAttribute(ACTED, now);
  }

  /** Whether somebody is signed in, as far as a session tells before it is looked into. */
  static boolean lasts(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(BEGAN) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) look(session, request);
    chain.doFilter(request, response);
  }

  private void look(HttpSession session, HttpServletRequest request) {
    Instant now = console.clock().instant();
    boolean over =
        longer(session, BEGAN, console.settings().session(), now)
            || longer(session, ACTED, console.settings().idle(), now);
    if (over) session.invalidate();
    else if (session.getAttribute(ACTED) != null && !request.getRequestURI().endsWith(LIVE)) {
      session.setAttribute(ACTED, now);
    }
  }

  private static boolean longer(HttpSession session, String since, Duration most, Instant now) {
    return session.getAttribute(since) instanceof Instant moment
        && !now.isBefore(moment.plus(most));
  }
}
