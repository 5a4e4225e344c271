package no.grenselos.playground.slack.workspace;

import java.util.Set;

/**
 * The app under test, as its manifest has it.
 *
 * @param scopes granted to the bot token
 * @param events subscribed to, for example "message.im"; an event is sent only with its scope
 * @param features commands, shortcuts and domains
 */
public record SlackApp(
    String appId,
    String name,
    String botUser,
    String botId,
    Secrets secrets,
    Set<String> scopes,
    Set<String> events,
    SlackFeatures features) {

  /** What the app must know to be let in, and to know that it is Slack who calls. */
  public record Secrets(String botToken, String appToken, String signingSecret) {
    @Override
    public String toString() {
      return "Secrets[...]";
    }
  }

  private static final Set<String> USUAL_SCOPES =
      Set.of(
          "app_mentions:read",
          "channels:history",
          "channels:join",
          "channels:read",
          "chat:write",
          "commands",
          "dnd:read",
          "files:write",
          "groups:history",
          "groups:read",
          "im:history",
          "im:read",
          "im:write",
          "links:read",
          "links:write",
          "pins:read",
          "pins:write",
          "reactions:read",
          "reactions:write",
          "users:read",
          "users:read.email");

  private static final Set<String> USUAL_EVENTS =
      Set.of(
          "app_home_opened",
          "app_mention",
          "app_uninstalled",
          "channel_archive",
          "channel_left",
          "channel_rename",
          "channel_unarchive",
          "dnd_updated_user",
          "group_archive",
          "group_left",
          "group_rename",
          "group_unarchive",
          "link_shared",
          "member_joined_channel",
          "member_left_channel",
          "message.im",
          "reaction_added",
          "reaction_removed",
          "team_join",
          "tokens_revoked",
          "user_change");

  public SlackApp {
    scopes = Set.copyOf(scopes);
    events = Set.copyOf(events);
  }

  /** With the scopes and events that a bot of this kind usually has. */
  public static SlackApp usual() {
    return new SlackApp(
        "A0PLAYGROUND",
        "grenselos",
        "U0GRENSELOS",
        "B0GRENSELOS",
        new Secrets("xoxb-playground-bot", "xapp-playground-app", "playground-signing-secret"),
        USUAL_SCOPES,
        USUAL_EVENTS,
        SlackFeatures.usual());
  }

  public SlackApp named(String newName) {
    return new SlackApp(appId, newName, botUser, botId, secrets, scopes, events, features);
  }

  public SlackApp secrets(Secrets newSecrets) {
    return new SlackApp(appId, name, botUser, botId, newSecrets, scopes, events, features);
  }

  public SlackApp scopes(Set<String> newScopes) {
    return new SlackApp(appId, name, botUser, botId, secrets, newScopes, events, features);
  }

  public SlackApp events(Set<String> newEvents) {
    return new SlackApp(appId, name, botUser, botId, secrets, scopes, newEvents, features);
  }

  public SlackApp features(SlackFeatures newFeatures) {
    return new SlackApp(appId, name, botUser, botId, secrets, scopes, events, newFeatures);
  }
}
