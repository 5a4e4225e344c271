package no.grenselos.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import no.grenselos.app.web.caller.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The metrics, for a Prometheus or its agent on this machine alone: names of feeds and what is paid
 * for them are nobody else's business, and nobody is asked who they are here.
 */
@Controller
final class MetricsController {
  private final Doors doors;
  private final FeedMetrics metrics = new FeedMetrics();
  private final LogMetrics log = new LogMetrics(Clock.systemUTC());
  private final DoorMetrics calls;

  MetricsController(Doors doors, DoorMetrics calls) {
    this.doors = doors;
    this.calls = calls;
  }

  @GetMapping("/metrics")
  ResponseEntity<String> metrics(HttpServletRequest request) {
    if (!Caller.isNear(request)) return ResponseEntity.notFound().build();
    return ResponseEntity.ok()
        .header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .body(metrics.text(doors.feeds().get()) + log.text(doors.log().get()) + calls.text());
  }
}
