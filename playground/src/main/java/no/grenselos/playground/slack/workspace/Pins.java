package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/**
 * Pins and unpins messages; a pin is a part of its message: {@code pinned_to} and {@code
 * pinned_info} (docs.slack.dev, pins.add). A deleted message takes its pin along. A channel holds a
 * hundred pins.
 */
public final class Pins {
  private static final int MOST = 100;

  private final SlackWorkspace workspace;

  public Pins(SlackWorkspace workspace) {
    this.workspace = workspace;
  }

  /** Throws {@code message_not_found}, {@code already_pinned} or {@code too_many_pins}. */
  public void add(SlackChannel channel, String ts, String user) {
    ObjectNode message = workspace.messages().existing(channel.id(), ts);
    if (message.has("pinned_info")) {
      throw new SlackRefusal("already_pinned");
    }
    if (in(channel).size() >= MOST) {
      throw new SlackRefusal("too_many_pins");
    }
    message.putArray("pinned_to").add(channel.id());
    message
        .putObject("pinned_info")
        .put("channel", channel.id())
        .put("pinned_by", user)
        .put("pinned_ts", workspace.stamps().now().getEpochSecond());
    workspace.messages().pinned(channel.id(), message);
  }

  /** Throws {@code message_not_found} or {@code no_pin}. */
  public void remove(SlackChannel channel, String ts) {
    ObjectNode message = workspace.messages().existing(channel.id(), ts);
    if (!message.has("pinned_info")) {
      throw new SlackRefusal("no_pin");
    }
    message.remove(List.of("pinned_to", "pinned_info"));
    workspace.messages().pinned(channel.id(), message);
  }

  /** The pinned messages, the newest pin first. */
  public List<ObjectNode> in(SlackChannel channel) {
    Comparator<ObjectNode> byPin =
        Comparator.comparingLong(m -> m.path("pinned_info").path("pinned_ts").asLong());
    return workspace.messages().in(channel.id()).descendingMap().values().stream()
        .filter(message -> message.has("pinned_info"))
        .sorted(byPin.reversed())
        .toList();
  }
}
