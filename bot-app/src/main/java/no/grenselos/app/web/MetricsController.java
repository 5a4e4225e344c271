package no.grenselos.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import no.grenselos.app.web.caller.Caller;
import no.grenselos.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The metrics, for a Prometheus or its agent on this machine alone: names of feeds and what is paid
 * for them are nobody else's business, and nobody is asked who they are here.
 */
@Controller
final class MetricsController {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsController.class);

  private final Doors doors;
  private final FeedMetrics metrics = new FeedMetrics();
  private final LogMetrics log = new LogMetrics(Clock.systemUTC());
  private final BacklogMetrics backlog = new BacklogMetrics();
  private final NodeMetrics node;
  private final DoorMetrics calls;

  MetricsController(Doors doors, DoorMetrics calls) {
    this.doors = doors;
    this.node = new NodeMetrics(doors.measured().disks());
    this.calls = calls;
  }

  @GetMapping("/metrics")
  ResponseEntity<String> metrics(HttpServletRequest request) {
    if (!Caller.isNear(request)) return ResponseEntity.notFound().build();
    return ResponseEntity.ok()
        .header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .body(own() + stored());
  }

  private String own() {
    return node.text(doors.health().get(), doors.measured().chats().get()) + calls.text();
  }

  /** Nothing while the store cannot be read: what the node says of itself is wanted most then. */
  private String stored() {
    Measured measured = doors.measured();
    try {
      return metrics.text(measured.feeds().get())
          + log.text(measured.log().get())
          + backlog.text(measured.backlog().get());
    } catch (StoreException e) {
      LOG.info("metrics without those of the store: {}", e.getMessage());
      return "";
    }
  }
}
