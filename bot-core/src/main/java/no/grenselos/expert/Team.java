package no.grenselos.expert;

import java.util.Map;

/**
 * People who share a channel and a queue.
 *
 * @param channel as in routes: {@code #kundeservice}
 * @param members name by handle
 */
public record Team(
    String id, String name, String channel, Hours hours, Map<Handle, String> members) {
  public Team {
    members = Map.copyOf(members);
  }
}
