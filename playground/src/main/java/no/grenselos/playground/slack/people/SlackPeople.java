package no.grenselos.playground.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import no.grenselos.playground.slack.api.Reaction;
import no.grenselos.playground.slack.api.Reactions;
import no.grenselos.playground.slack.api.ResponseDoor;
import no.grenselos.playground.slack.delivery.AppAnswer;
import no.grenselos.playground.slack.delivery.AppLine;
import no.grenselos.playground.slack.delivery.EventFeed;
import no.grenselos.playground.slack.workspace.Pins;
import no.grenselos.playground.slack.workspace.SlackChannel;
import no.grenselos.playground.slack.workspace.SlackWorkspace;
import no.grenselos.playground.stage.Stage;

/**
 * Everything a person can do in the workspace. What is done is shown to the app at once and waits
 * for its answer, except for messages and emoji, which are events. Throws {@code BadRequest} where
 * a person could not do that: they see no such message, button or view. Safe for many threads.
 */
public final class SlackPeople {
  private final SlackWorkspace workspace;
  private final EventFeed events;
  private final Reactions reactions;
  private final Pressing pressing;
  private final Modals modals;
  private final Talking talking;

  public SlackPeople(
      SlackWorkspace workspace, Stage stage, AppLine line, EventFeed events, ResponseDoor door) {
    Envelope envelope = new Envelope(workspace, stage);
    Told told = new Told(workspace, line);
    this.workspace = workspace;
    this.events = events;
    this.reactions = new Reactions(workspace, events);
    this.pressing = new Pressing(workspace, envelope, told);
    this.modals = new Modals(workspace, envelope, told);
    this.talking = new Talking(workspace, envelope, told, events, door);
  }

  public AppAnswer press(Press press) {
    return pressing.press(press);
  }

  /** Presses in a modal or home tab; values as for {@link #submit}. */
  public AppAnswer pressInView(Press press, String viewId, JsonNode values) {
    return pressing.pressInView(press, viewId, values);
  }

  /**
   * Types into a text field of a modal or home tab: {@code press.choosing(text)}. The answer is
   * empty where the field does not ask for every character.
   */
  public Optional<AppAnswer> typeInView(Press press, String viewId, JsonNode values) {
    return pressing.type(press, viewId, values);
  }

  /** Puts an emoji on a message; its name without colons. */
  public void react(String user, String channel, String ts, String name) {
    react(channel, ts, new Reaction(user, name, true));
  }

  public void unreact(String user, String channel, String ts, String name) {
    react(channel, ts, new Reaction(user, name, false));
  }

  /** Writes in a channel (id or name) or, with the bot's user id, to the app; gives the ts. */
  public String say(String user, String channel, String text) {
    return talking.say(user, channel, text, "");
  }

  public String reply(String user, String channel, String thread, String text) {
    return talking.say(user, channel, text, thread);
  }

  /** Runs a slash command; the command begins with "/". */
  public AppAnswer command(String user, String channel, String command, String text) {
    return talking.command(user, channel, command, text);
  }

  public AppAnswer shortcut(String user, String channel, String ts, String callbackId) {
    return talking.shortcut(user, channel, ts, callbackId);
  }

  /** Runs a global shortcut. */
  public AppAnswer shortcut(String user, String callbackId) {
    return talking.shortcut(user, callbackId);
  }

  /** Pins a message to its channel, or takes the pin away. */
  public void pin(String user, String channel, String ts, boolean pinned) {
    workspace.atomically(() -> {
      SlackChannel entered = talking.entered(user, channel);
      Pins pins = new Pins(workspace);
      if (pinned) {
        pins.add(entered, ts, user);
      } else {
        pins.remove(entered, ts);
      }
      return ts;
    });
  }

  /** Looks at the app's home tab. */
  public void openHome(String user) {
    workspace.atomically(() -> {
      events.homeOpened(user);
      return user;
    });
  }

  /**
   * Submits the topmost modal.
   *
   * @param values {@code {block id: {action id: "text"}}}, or as Slack's own {@code state.values}
   * @return what is shown beside the inputs, by block id; empty where all is well
   */
  public Map<String, String> submit(String user, String viewId, JsonNode values) {
    return modals.submit(user, viewId, values);
  }

  public void close(String user, String viewId) {
    modals.close(user, viewId);
  }

  private void react(String channel, String ts, Reaction reaction) {
    workspace.atomically(() -> {
      reactions.react(talking.entered(reaction.user(), channel), ts, reaction);
      return ts;
    });
  }
}
