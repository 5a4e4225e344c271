package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * One call of the Web API, as it was answered.
 *
 * @param arguments without the token
 * @param error Slack's code; empty where the answer was yes
 * @param reasons what Slack adds to the error, may be empty
 */
public record Asked(
    String method, JsonNode arguments, String error, List<String> reasons, Instant at) {
  public Asked {
    reasons = List.copyOf(reasons);
  }

  public boolean refused() {
    return !error.isEmpty();
  }
}
