package no.grenselos.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import no.grenselos.app.web.caller.Attempts;
import no.grenselos.app.web.caller.CallLimits;
import no.grenselos.app.web.caller.Caller;
import no.grenselos.app.web.caller.Sources;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each source in so often, and with so many calls in hand, as {@link CallLimits} says; before
 * all other filters, and before the call's body is read. Whoever is on this machine may always ask
 * how we are: who restarts us must not be kept out by a flood that comes through the same address.
 */
final class Turnstile extends OncePerRequestFilter {
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Attempts attempts;
  private final int atOnce;
  private final Sources sources;
  private final DoorMetrics metrics;
  private final ConcurrentMap<String, Integer> inHand = new ConcurrentHashMap<>();

  Turnstile(CallLimits limits, Sources sources, DoorMetrics metrics, Clock clock) {
    Duration each = Duration.ofSeconds(1).dividedBy(limits.perSecond());
    this.attempts = new Attempts(limits.burst(), each, clock);
    this.atOnce = limits.atOnce();
    this.sources = sources;
    this.metrics = metrics;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/health/") && Caller.isNear(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // no answer of ours is to be guessed at by a browser, whichever door gave it
    response.setHeader("X-Content-Type-Options", "nosniff");
    String source = sources.of(request);
    Duration wait = attempts.take(source);
    if (wait.isPositive()) {
      refuse(response, DoorMetrics.Reason.TOO_OFTEN, source, wait);
    } else if (!enters(source)) {
      refuse(response, DoorMetrics.Reason.AT_ONCE, source, BREATH);
    } else {
      try {
        chain.doFilter(request, response);
      } finally {
        leaves(source);
      }
    }
  }

  private boolean enters(String source) {
    int now = Objects.requireNonNull(inHand.merge(source, 1, Integer::sum));
    if (now <= atOnce) return true;
    leaves(source);
    return false;
  }

  private void leaves(String source) {
    Integer unused = inHand.computeIfPresent(source, (same, many) -> many == 1 ? null : many - 1);
  }

  private void refuse(
      HttpServletResponse response, DoorMetrics.Reason reason, String source, Duration wait)
      throws IOException {
    metrics.refused(reason, source);
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    response.setContentType("text/plain;charset=utf-8");
    byte[] text = "too many calls; come again later".getBytes(StandardCharsets.UTF_8);
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }
}
