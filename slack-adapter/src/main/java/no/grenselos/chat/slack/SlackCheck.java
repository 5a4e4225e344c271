package no.grenselos.chat.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.chat.Place;
import no.grenselos.config.Finding;
import no.grenselos.config.Secret;

/** Tries what must be in place before the first card can be sent. */
final class SlackCheck {
  /** Each scope of the manifest, and what does not work without it. */
  static final Map<String, String> SCOPES = scopes();

  private static final String SCOPES_HEADER = "x-oauth-scopes";

  private final SlackSettings settings;
  private final SlackCalls calls;
  private final SlackChannels channels;
  private final List<Finding> findings = new ArrayList<>();

  SlackCheck(SlackSettings settings, SlackCalls calls, SlackChannels channels) {
    this.settings = settings;
    this.calls = calls;
    this.channels = channels;
  }

  List<Finding> run(List<String> channelNames) {
    SlackReply<AuthTestResponse> auth = calls.call("auth.test", m -> m.authTest(r -> r));
    if (auth instanceof SlackReply.Yes<AuthTestResponse> yes) {
      fine("bot token", "works in " + yes.answer().getTeam() + " as @" + yes.answer().getUser());
      scopes(yes.answer());
      channelNames.forEach(this::channel);
    } else {
      bad("bot token", failure(auth, "the workspace"));
    }
    // Slack offers no way to try it: its first call shows whether it is the right one
    settings.signingSecret().ifPresent(secret -> fine("signing secret", "is set"));
    settings.appToken().ifPresent(this::appToken);
    return List.copyOf(findings);
  }

  private void scopes(AuthTestResponse auth) {
    Set<String> granted =
        auth.getHttpResponseHeaders().entrySet().stream()
            .filter(header -> SCOPES_HEADER.equalsIgnoreCase(header.getKey()))
            .flatMap(header -> header.getValue().stream())
            .flatMap(value -> List.of(value.split(",")).stream())
            .map(String::strip)
            .collect(Collectors.toSet());
    if (granted.containsAll(SCOPES.keySet())) {
      fine("scopes", "all " + SCOPES.size() + " are granted");
      return;
    }
    SCOPES.forEach((scope, purpose) -> {
      if (!granted.contains(scope)) {
        bad(
            "scope " + scope,
            "is missing; it is needed to "
                + purpose
                + ". Add it under OAuth & Permissions, then install the app again");
      }
    });
  }

  private void channel(String name) {
    SlackReply<String> id = channels.find(new Place.Channel(SlackChatProvider.HOUSE, name));
    if (!(id instanceof SlackReply.Yes<String> found)) {
      bad(name, failure(id, name));
      return;
    }
    SlackReply<ConversationsInfoResponse> reply =
        calls.call("conversations.info", m -> m.conversationsInfo(r -> r.channel(found.answer())));
    if (!(reply instanceof SlackReply.Yes<ConversationsInfoResponse> info)) {
      bad(name, failure(reply, name));
    } else if (info.answer().getChannel().isArchived()) {
      bad(name, "is archived: unarchive it, or name another channel in the routes");
    } else if (!info.answer().getChannel().isMember()) {
      bad(name, "the bot is not in it: /invite @Grenselos in " + name);
    } else {
      fine(name, "the bot is in it");
    }
  }

  private void appToken(Secret token) {
    var reply =
        calls.call(
            "apps.connections.open", m -> m.appsConnectionsOpen(r -> r.token(token.reveal())));
    if (reply instanceof SlackReply.Yes) {
      fine("app token", "opens Socket Mode");
    } else if (reply instanceof SlackReply.No<?> no) {
      bad(
          "app token",
          "Slack refused: "
              + no.error()
              + "; switch on Socket Mode, and give SLACK_APP_TOKEN a token with connections:write");
    } else {
      bad("app token", failure(reply, "Socket Mode"));
    }
  }

  private static <T> String failure(SlackReply<T> reply, String place) {
    return switch (reply) {
      case SlackReply.Yes<T> yes -> "";
      case SlackReply.No<T> no ->
          "Slack refused: " + no.error() + "; " + SlackRefusals.advice(no, place);
      case SlackReply.TooFast<T> fast -> "Slack asks to slow down; try again in a minute";
      case SlackReply.NotReached<T> none ->
          none.reason() + "; check the network, the proxy and chats.slack.api";
      case SlackReply.Unclear<T> unclear -> unclear.reason() + "; see slack-status.com, try again";
    };
  }

  private void fine(String what, String text) {
    findings.add(new Finding(true, "slack: " + what, text));
  }

  private void bad(String what, String text) {
    findings.add(new Finding(false, "slack: " + what, text));
  }

  private static Map<String, String> scopes() {
    Map<String, String> scopes = new LinkedHashMap<>();
    scopes.put("chat:write", "post cards and edit them");
    scopes.put("im:write", "open a conversation with an expert");
    scopes.put("im:history", "look whether a card arrived before it is sent again");
    scopes.put("channels:read", "find channels by name");
    scopes.put("channels:history", "look whether a card arrived in a channel");
    scopes.put("groups:read", "find private channels by name");
    scopes.put("groups:history", "look whether a card arrived in a private channel");
    scopes.put("reactions:read", "hear an emoji on a card");
    scopes.put("users:read", "know people's names and languages");
    scopes.put("users:read.email", "find people by their e-mail address when they are imported");
    scopes.put("dnd:read", "let people who asked for quiet be");
    scopes.put("files:write", "show pictures in the weekly summary");
    scopes.put("pins:write", "keep a team's queue at the top of its channel");
    scopes.put("links:read", "hear of a shared link to a post");
    scopes.put("links:write", "show below it who answers the post");
    scopes.put("commands", "answer /grenselos and the shortcuts");
    return scopes;
  }
}
