package no.grenselos.playground.slack.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Trigger ids: proof that a person just did something, good for three seconds and for one view
 * (docs.slack.dev, handling user interaction).
 */
public final class Triggers {
  private static final Duration LIFE = Duration.ofSeconds(3);

  private record Trigger(String user, Instant end) {}

  private final Stamps stamps;
  private final Map<String, Trigger> open = new HashMap<>();
  private final Set<String> exchanged = new HashSet<>();

  Triggers(Stamps stamps) {
    this.stamps = stamps;
  }

  public String forUser(String user) {
    String id = stamps.id("") + "." + stamps.id("") + "." + stamps.id("f");
    open.put(id, new Trigger(user, stamps.now().plus(LIFE)));
    return id;
  }

  /** The user whose trigger it is; a trigger is used up by this, as by Slack. */
  public String exchange(String id) {
    if (exchanged.contains(id)) {
      throw new SlackRefusal("exchanged_trigger_id");
    }
    Trigger trigger = open.get(id);
    if (trigger == null) {
      throw new SlackRefusal("invalid_trigger_id");
    }
    if (stamps.now().isAfter(trigger.end())) {
      throw new SlackRefusal("expired_trigger_id");
    }
    open.remove(id);
    exchanged.add(id);
    return trigger.user();
  }
}
