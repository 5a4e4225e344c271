package no.grenselos.app.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import no.grenselos.app.web.caller.Caller;
import no.grenselos.app.wiring.Health;
import no.grenselos.config.Finding;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says how we are, for whoever restarts us or sends us traffic. */
@Controller
final class HealthController {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Doors doors;

  HealthController(Doors doors) {
    this.doors = doors;
  }

  /** Answers as long as the process does. */
  @GetMapping("/health/live")
  ResponseEntity<String> live() {
    return json(200, JSON.createObjectNode().put("live", true));
  }

  /**
   * 200 when we can take events in, else 503; to this machine with each part's state, reason and
   * cure, which name feeds, people and hosts.
   */
  @GetMapping("/health/ready")
  ResponseEntity<String> ready(HttpServletRequest request) {
    Health health = doors.health().get();
    ObjectNode root = JSON.createObjectNode().put("ready", health.ready());
    if (!Caller.isNear(request)) return json(health.ready() ? 200 : 503, root);
    ArrayNode parts = root.putArray("parts");
    for (Finding finding : health.findings()) {
      ObjectNode part =
          parts
              .addObject()
              .put("what", finding.what())
              .put("fine", finding.fine())
              .put("text", finding.text());
      if (!finding.fine()) part.put("do", Remedy.of(finding));
    }
    return json(health.ready() ? 200 : 503, root);
  }

  private static ResponseEntity<String> json(int status, ObjectNode body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.toString());
  }
}
