package no.grenselos.playground.slack.api;

import java.util.Optional;
import java.util.TreeSet;
import no.grenselos.playground.slack.workspace.SlackApp;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackChannel.Kind;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.slack.workspace.SlackWorkspace;

/** What the app may see and touch: scopes, membership and archived channels. */
final class Access {
  private final SlackWorkspace workspace;

  Access(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  String provided() {
    return String.join(",", new TreeSet<>(app().scopes()));
  }

  void needScope(String scope) {
    if (!scope.isEmpty() && !app().scopes().contains(scope)) {
      throw new SlackRefusal("missing_scope").with("needed", scope).with("provided", provided());
    }
  }

  boolean hasScope(String scope) {
    return app().scopes().contains(scope);
  }

  /** A channel by id that the app can see; others do not exist for it. */
  SlackChannel visible(String id) {
    return workspace
        .channel(id)
        .filter(channel -> channel.kind() != Kind.PRIVATE || isMember(channel))
        .orElseThrow(() -> new SlackRefusal("channel_not_found"));
  }

  /** A channel whose messages the app may read: with the scope of its kind, as a member. */
  SlackChannel readable(String id) {
    SlackChannel channel = visible(id);
    needScope(channel.kind().scope("history"));
    return joined(id);
  }

  /** A channel the app is a member of. */
  SlackChannel joined(String id) {
    SlackChannel channel = visible(id);
    if (!isMember(channel)) {
      throw new SlackRefusal("not_in_channel");
    }
    return channel;
  }

  /** Where a post goes: a channel's id or name, or a person, whose conversation is opened. */
  SlackChannel writable(String target) {
    SlackChannel channel = target.startsWith("U") ? direct(target) : idOrName(target);
    if (channel.archived()) {
      throw new SlackRefusal("is_archived");
    }
    if (!isMember(channel) && !hasScope("chat:write.public")) {
      throw new SlackRefusal("not_in_channel");
    }
    return channel;
  }

  private SlackChannel idOrName(String target) {
    String name = target.startsWith("#") ? target.substring(1) : target;
    Optional<SlackChannel> named = workspace.channelNamed(name);
    return visible(named.map(SlackChannel::id).orElse(target));
  }

  private SlackChannel direct(String user) {
    try {
      return workspace.directWith(user);
    } catch (SlackRefusal e) {
      throw new SlackRefusal("channel_not_found");
    }
  }

  private boolean isMember(SlackChannel channel) {
    return channel.members().contains(app().botUser());
  }

  private SlackApp app() {
    return workspace.seed().app();
  }
}
