package no.grenselos.chat.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.view.View;
import java.util.Objects;

/** Where somebody pressed: on a message, in the home tab or in a modal. */
record SlackScene(BlockActionPayload payload) {
  /** Slack gives a press no id of its own; these stay equal when it repeats itself. */
  String id() {
    BlockActionPayload.Container where = payload.getContainer();
    boolean inView = where.getViewId() != null;
    return String.join(
        ":",
        "slack:press",
        payload.getTeam().getId(),
        inView ? "view" : where.getChannelId(),
        inView ? where.getViewId() : where.getMessageTs(),
        action().getActionTs(),
        user(),
        action().getActionId());
  }

  BlockActionPayload.Action action() {
    return payload.getActions().get(0);
  }

  String user() {
    return payload.getUser().getId();
  }

  String trigger() {
    return payload.getTriggerId();
  }

  boolean inModal() {
    return payload.getView() != null && "modal".equals(payload.getView().getType());
  }

  /** The modal. */
  View view() {
    return Objects.requireNonNull(payload.getView());
  }

  /** Whether Slack takes an answer beside the message; a view has none. */
  boolean hasReplyAddress() {
    return payload.getResponseUrl() != null;
  }
}
