package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.slack.block.StrictBlocks;
import no.grenselos.playground.slack.workspace.SlackRefusal;

/** What a modal or a home tab shows, checked as Slack checks it. */
public final class ViewContent {
  private ViewContent() {}

  /**
   * The view, fit to be opened.
   *
   * @param type "modal" or "home"
   */
  public static ObjectNode checked(JsonNode view, String type) {
    if (!(view instanceof ObjectNode object)) {
      throw new SlackRefusal("invalid_arguments", List.of("view must be an object"));
    }
    if (view.toString().getBytes(StandardCharsets.UTF_8).length > StrictBlocks.MAX_VIEW_BYTES) {
      throw new SlackRefusal("view_too_large");
    }
    List<Fault> faults = StrictBlocks.inView(view);
    if (!faults.isEmpty()) {
      throw new SlackRefusal("invalid_arguments", faults.stream().map(Fault::line).toList());
    }
    if (!view.path("type").asText().equals(type)) {
      throw new SlackRefusal(
          "invalid_arguments", List.of("must be " + type + " [json-pointer:/view/type]"));
    }
    return object;
  }
}
