package no.grenselos.playground.slack.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.slack.workspace.Install;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;

/**
 * Sends an event in its wrapping, if the app subscribed to it and has the scope (docs.slack.dev,
 * Events API). An app that is not installed hears nothing but that. Use it inside the workspace's
 * lock; returns at once.
 */
public final class Subscriptions {
  private final SlackWorkspace workspace;
  private final EventSender sender;

  public Subscriptions(SlackWorkspace workspace, EventSender sender) {
    this.workspace = workspace;
    this.sender = sender;
  }

  /**
   * @param subscription in the manifest, for example "message.im"
   * @param scope that the event needs; empty where it needs none
   */
  void tell(String subscription, String scope, ObjectNode event) {
    if (workspace.install() == Install.INSTALLED) {
      tellAnyway(subscription, scope, event);
    }
  }

  /** Also to an app whose tokens are gone: that is how it learns of it. */
  void tellAnyway(String subscription, String scope, ObjectNode event) {
    boolean granted = scope.isEmpty() || app().scopes().contains(scope);
    if (app().events().contains(subscription) && granted) {
      sender.send(callback(event));
    }
  }

  private ObjectNode callback(ObjectNode event) {
    String team = workspace.seed().teamId();
    ObjectNode callback = Json.object().put("token", "playground-verification");
    callback.put("team_id", team).put("context_team_id", team).putNull("context_enterprise_id");
    callback.put("api_app_id", app().appId()).put("type", "event_callback");
    callback.put("event_id", workspace.stamps().id("Ev"));
    callback.put("event_time", workspace.stamps().now().getEpochSecond());
    callback
        .putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", team)
        .put("user_id", app().botUser())
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    callback.put("is_ext_shared_channel", false).put("event_context", "4-playground");
    return callback.set("event", event);
  }

  private SlackApp app() {
    return workspace.seed().app();
  }
}
