package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import no.grenselos.playground.slack.workspace.SlackChannel;

/**
 * Hears of every message and reaction, so that the app is told of it as Slack tells it: also of its
 * own, which is how an app comes to talk to itself. Called inside the workspace's lock: must return
 * at once.
 */
public interface MessageWatch {
  void posted(SlackChannel channel, ObjectNode message);

  void edited(SlackChannel channel, ObjectNode message, ObjectNode before);

  void deleted(SlackChannel channel, ObjectNode message);

  /** Somebody put a reaction on a message, or took it off. */
  void reacted(Reaction reaction, SlackChannel channel, ObjectNode message);
}
