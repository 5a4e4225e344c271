package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.playground.stage.Json;

/** Slack says no: an error code, and where it has them, reasons. */
public final class SlackRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;
  private final transient List<String> reasons;
  private final transient ObjectNode extras = Json.object();

  public SlackRefusal(String error) {
    this(error, List.of());
  }

  public SlackRefusal(String error, List<String> reasons) {
    super(reasons.isEmpty() ? error : error + ": " + String.join("; ", reasons));
    this.error = error;
    this.reasons = List.copyOf(reasons);
  }

  public SlackRefusal with(String field, String value) {
    extras.put(field, value);
    return this;
  }

  public String error() {
    return error;
  }

  public List<String> reasons() {
    return reasons;
  }

  /** The body of the answer; the status is 200, as Slack's. */
  public ObjectNode json() {
    ObjectNode body = Json.object().put("ok", false).put("error", error);
    body.setAll(extras);
    if (!reasons.isEmpty()) {
      reasons.forEach(body.withArray("errors")::add);
      var messages = body.putObject("response_metadata").putArray("messages");
      reasons.forEach(reason -> messages.add("[ERROR] " + reason));
    }
    return body;
  }
}
