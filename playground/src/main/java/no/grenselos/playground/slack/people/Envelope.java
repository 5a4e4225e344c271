package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import no.grenselos.playground.slack.workspace.ResponseUrls.Origin;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Stage;

/** The fields that all interactions have in common. Use it inside the workspace's lock. */
final class Envelope {
  private static final String TOKEN = "playground-verification";

  private final SlackWorkspace workspace;
  private final Stage stage;

  Envelope(SlackWorkspace workspace, Stage stage) {
    this.workspace = workspace;
    this.stage = stage;
  }

  /** Who did something; with a trigger to open a view. */
  ObjectNode interaction(String type, SlackUser user) {
    ObjectNode payload = Json.object().put("type", type);
    payload.putObject("team").put("id", workspace.seed().teamId()).put("domain", domain());
    payload
        .putObject("user")
        .put("id", user.id())
        .put("username", user.name())
        .put("name", user.name())
        .put("team_id", workspace.seed().teamId());
    payload.put("api_app_id", workspace.seed().app().appId()).put("token", TOKEN);
    payload.put("trigger_id", workspace.triggers().forUser(user.id()));
    return payload.putNull("enterprise").put("is_enterprise_install", false);
  }

  ObjectNode command(SlackUser user, SlackChannel channel, String command, String text) {
    ObjectNode form = Json.object().put("token", TOKEN).put("team_id", workspace.seed().teamId());
    form.put("team_domain", domain()).put("channel_id", channel.id());
    form.put("channel_name", shownName(channel)).put("user_id", user.id());
    form.put("user_name", user.name()).put("command", command).put("text", text);
    form.put("api_app_id", workspace.seed().app().appId()).put("is_enterprise_install", "false");
    form.put("response_url", responseUrl(new Origin(user.id(), channel.id(), null)));
    return form.put("trigger_id", workspace.triggers().forUser(user.id()));
  }

  ObjectNode channel(SlackChannel channel) {
    return Json.object().put("id", channel.id()).put("name", shownName(channel));
  }

  String responseUrl(Origin origin) {
    String id = workspace.responseUrls().forOrigin(origin);
    return stage.base().resolve("slack/response/" + id).toString();
  }

  private static String shownName(SlackChannel channel) {
    return channel.isIm() ? "directmessage" : channel.name();
  }

  private String domain() {
    return workspace.seed().teamName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
