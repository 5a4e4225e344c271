package no.grenselos.playground.slack.house;

import java.time.Duration;
import java.util.function.Supplier;
import no.grenselos.playground.slack.delivery.HouseFeed;
import no.grenselos.playground.slack.workspace.Install;
import no.grenselos.playground.slack.workspace.Quiet;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackUser;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * Changes the house as its people and admins do, and tells the app of it by the events it
 * subscribed to. Channels are meant by id or by name. Throws {@link BadRequest} where there is
 * nothing to change. Safe for many threads.
 */
public final class Housekeeping {
  private final SlackWorkspace workspace;
  private final HouseFeed feed;

  public Housekeeping(SlackWorkspace workspace, HouseFeed feed) {
    this.workspace = workspace;
    this.feed = feed;
  }

  /** An admin throws the app out: its token is {@code account_inactive}, nothing reaches it. */
  public void uninstall() {
    alone(() -> {
      workspace.install(Install.UNINSTALLED);
      feed.uninstalled();
      feed.tokensRevoked();
      return "";
    });
  }

  /** The app's token is taken back: {@code token_revoked} from now on. */
  public void revokeTokens() {
    alone(() -> {
      workspace.install(Install.REVOKED);
      feed.tokensRevoked();
      return "";
    });
  }

  /** The app is installed again, with the tokens and channels it had. */
  public void install() {
    alone(() -> {
      workspace.install(Install.INSTALLED);
      return "";
    });
  }

  public void archive(String channel, String by) {
    close(channel, by, true);
  }

  public void unarchive(String channel, String by) {
    close(channel, by, false);
  }

  /** The channel keeps its id, as Slack's do. */
  public void rename(String channel, String newName) {
    alone(() -> {
      SlackChannel renamed = channel(channel).renamed(newName);
      workspace.put(renamed);
      feed.renamed(renamed);
      return "";
    });
  }

  /** Somebody joins a channel, or is brought into it; also the app. */
  public void invite(String channel, String user, String by) {
    alone(() -> {
      SlackChannel before = channel(channel);
      SlackChannel joined = before.withMember(workspace.user(user).id());
      workspace.put(joined);
      if (!before.members().contains(user)) {
        feed.joined(joined, user, by);
      }
      return "";
    });
  }

  /** Somebody leaves a channel, or is put out of it; also the app. */
  public void remove(String channel, String user, String by) {
    alone(() -> {
      SlackChannel before = channel(channel);
      if (!before.members().contains(user)) {
        throw new BadRequest(user + " is not in " + channel);
      }
      workspace.put(before.withoutMember(user));
      feed.left(before, user, by);
      return "";
    });
  }

  /** Somebody leaves the company: they stay listed, deactivated. */
  public void deactivate(String user) {
    change(person(user).deleted(true));
  }

  public void reactivate(String user) {
    change(person(user).deleted(false));
  }

  /** Something about a known person is different now. */
  public void change(SlackUser user) {
    alone(() -> {
      workspace.user(user.id());
      workspace.put(user);
      feed.changed(user);
      return "";
    });
  }

  /** Somebody new comes to the company. */
  public void welcome(SlackUser user) {
    alone(() -> {
      workspace.put(user);
      workspace.directWith(user.id());
      feed.joinedTeam(user);
      return "";
    });
  }

  /** They want quiet for that long; zero ends it. */
  public void snooze(String user, Duration length) {
    quiet(user, () -> workspace.quiet().snooze(user, length));
  }

  /** The hours of the night in which they want quiet, in their own time zone; null for none. */
  public void night(String user, Quiet.@Nullable Night hours) {
    quiet(user, () -> workspace.quiet().night(user, hours));
  }

  /** They sit at their desk, or do not. Slack has no event for apps here. */
  public void present(String user, boolean active) {
    alone(() -> {
      workspace.quiet().active(user, active);
      workspace.put(workspace.user(user));
      return "";
    });
  }

  private void quiet(String user, Runnable set) {
    alone(() -> {
      SlackUser known = workspace.user(user);
      set.run();
      workspace.put(known);
      feed.quiet(known);
      return "";
    });
  }

  private void close(String channel, String by, boolean archived) {
    alone(() -> {
      SlackChannel before = channel(channel);
      if (before.archived() == archived) {
        throw new BadRequest(channel + (archived ? " is archived" : " is not archived"));
      }
      workspace.put(before.archived(archived));
      feed.archiving(before, archived ? "archive" : "unarchive", by);
      return "";
    });
  }

  private SlackUser person(String user) {
    return workspace.atomically(() -> workspace.user(user));
  }

  private SlackChannel channel(String idOrName) {
    return workspace
        .channel(idOrName)
        .or(() -> workspace.channelNamed(idOrName.replaceFirst("^#", "")))
        .filter(channel -> !channel.isIm())
        .orElseThrow(() -> new BadRequest("no channel " + idOrName));
  }

  private void alone(Supplier<String> work) {
    workspace.atomically(work);
  }
}
