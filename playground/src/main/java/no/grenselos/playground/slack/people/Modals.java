package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.playground.slack.api.ViewContent;
import no.grenselos.playground.slack.delivery.AppAnswer;
import no.grenselos.playground.slack.delivery.ToApp;
import no.grenselos.playground.slack.workspace.ResponseUrls.Origin;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/** People submit and close modals; the app's answer decides what is open afterwards. */
final class Modals {
  private final SlackWorkspace workspace;
  private final Envelope envelope;
  private final Told told;

  Modals(SlackWorkspace workspace, Envelope envelope, Told told) {
    this.workspace = workspace;
    this.envelope = envelope;
    this.told = told;
  }

  /** The errors shown beside the inputs, by block id; empty where the app took it. */
  Map<String, String> submit(String user, String viewId, JsonNode values) {
    ObjectNode view = workspace.atomically(() -> topmost(user, viewId));
    ViewState state = ViewState.of(view, values);
    if (!state.missing().isEmpty()) {
      return state.missing();
    }
    ObjectNode payload = workspace.atomically(() -> submission(user, view, state));
    return switch (told.tell(user, ToApp.Kind.INTERACTION, payload)) {
      case AppAnswer.Taken(String body) -> follow(user, viewId, body);
      case AppAnswer.NotTaken missed -> Map.of("", "We had some trouble connecting. Try again?");
    };
  }

  /** Closes the topmost modal; all of them where it has {@code clear_on_close}. */
  void close(String user, String viewId) {
    ObjectNode view = workspace.atomically(() -> topmost(user, viewId));
    boolean all = view.path("clear_on_close").asBoolean();
    List<ObjectNode> payloads =
        workspace.atomically(() -> {
          List<ObjectNode> gone = all ? workspace.views().of(user).reversed() : List.of(view);
          if (all) {
            workspace.views().clear(user);
          } else {
            workspace.views().pop(user);
          }
          return gone.stream()
              .filter(each -> each.path("notify_on_close").asBoolean())
              .map(each -> closed(user, each, all))
              .toList();
        });
    payloads.forEach(payload -> told.tell(user, ToApp.Kind.INTERACTION, payload));
  }

  private ObjectNode closed(String user, ObjectNode view, boolean cleared) {
    ObjectNode payload =
        envelope.interaction("view_closed", workspace.user(user)).put("is_cleared", cleared);
    payload.remove("trigger_id");
    return payload.set("view", view.deepCopy());
  }

  private ObjectNode submission(String user, ObjectNode view, ViewState state) {
    state.writeTo(view);
    ObjectNode payload = envelope.interaction("view_submission", workspace.user(user));
    ArrayNode urls = payload.putArray("response_urls");
    Element.in(view.path("blocks")).forEach(element -> respondIn(element, user, view, urls));
    return payload.set("view", view.deepCopy());
  }

  /** A conversation that was chosen where the app may answer in it (response_url_enabled). */
  private void respondIn(Element element, String user, ObjectNode view, ArrayNode urls) {
    JsonNode state =
        view.path("state").path("values").path(element.blockId()).path(element.actionId());
    String channel =
        state.path("selected_conversation").asText(state.path("selected_channel").asText(""));
    boolean wanted = element.json().path("response_url_enabled").asBoolean();
    if (wanted && workspace.channel(channel).isPresent()) {
      String address = envelope.responseUrl(new Origin(user, channel, null));
      urls.addObject()
          .put("block_id", element.blockId())
          .put("action_id", element.actionId())
          .put("channel_id", channel)
          .put("response_url", address);
    }
  }

  private Map<String, String> follow(String user, String viewId, String body) {
    try {
      return workspace.atomically(() -> follow(user, viewId, parsed(body)));
    } catch (SlackRefusal | BadRequest e) {
      told.trouble(user, "the app's answer to a view_submission is refused: " + e.getMessage());
      return Map.of("", "We had some trouble connecting. Try again?");
    }
  }

  private Map<String, String> follow(String user, String viewId, JsonNode answer) {
    String action = answer.path("response_action").asText();
    switch (action) {
      case "" -> workspace.views().pop(user);
      case "clear" -> workspace.views().clear(user);
      case "push" ->
          workspace.views().push(user, ViewContent.checked(answer.path("view"), "modal"));
      case "update" ->
          workspace
              .views()
              .update(topmost(user, viewId), ViewContent.checked(answer.path("view"), "modal"));
      case "errors" -> {
        return errors(topmost(user, viewId), answer.path("errors"));
      }
      default -> throw new BadRequest("response_action " + action);
    }
    return Map.of();
  }

  private static Map<String, String> errors(ObjectNode view, JsonNode errors) {
    if (!errors.isObject() || errors.isEmpty()) {
      throw new BadRequest("errors must name blocks");
    }
    Map<String, String> shown = new LinkedHashMap<>();
    for (var error : errors.properties()) {
      boolean known =
          Element.in(view.path("blocks")).stream()
              .anyMatch(e -> e.isInput() && e.blockId().equals(error.getKey()));
      if (!known) {
        throw new BadRequest("no input block " + error.getKey());
      }
      shown.put(error.getKey(), error.getValue().asText());
    }
    return shown;
  }

  private ObjectNode topmost(String user, String viewId) {
    var stack = workspace.views().of(user);
    if (stack.isEmpty() || !stack.getLast().path("id").asText().equals(viewId)) {
      throw new BadRequest("view " + viewId + " is not on top for " + user);
    }
    return stack.getLast();
  }

  private static JsonNode parsed(String body) {
    return body.isBlank() ? Json.object() : Json.parse(body);
  }
}
