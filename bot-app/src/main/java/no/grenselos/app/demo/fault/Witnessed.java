package no.grenselos.app.demo.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen from outside: when each post was offered, and when messages about it appeared in
 * the chat. Messages count as they stand in the chat, whatever was asked for to get them there: an
 * edit is no new message, a request that the chat refused is none.
 */
final class Witnessed {
  private final Map<String, Instant> offered = new HashMap<>();
  private final Map<String, List<Instant>> nudges = new HashMap<>();
  private int others;

  /**
   * @param ours whether somebody must be nudged about it
   */
  void offered(String post, boolean ours, Instant at) {
    if (ours) offered.put(post, at);
    else others++;
  }

  void nudged(String post, Instant at) {
    nudges.computeIfAbsent(post, key -> new ArrayList<>()).add(at);
  }

  /** How many posts somebody must be nudged about. */
  int mentions() {
    return offered.size();
  }

  /** How many posts concern nobody. */
  int others() {
    return others;
  }

  /** Of the mentions, those that nobody was nudged about. */
  int lost() {
    return (int) offered.keySet().stream().filter(post -> !nudges.containsKey(post)).count();
  }

  /** How many posts have more messages than they should: more than one, or one about weather. */
  int doubled() {
    return (int)
        nudges.entrySet().stream()
            .filter(
                nudge -> nudge.getValue().size() > (offered.containsKey(nudge.getKey()) ? 1 : 0))
            .count();
  }

  /** The longest time from a post's appearance to the first message about it; zero for none. */
  Duration longestStall() {
    return nudges.entrySet().stream()
        .filter(nudge -> offered.containsKey(nudge.getKey()))
        .map(nudge -> Duration.between(offered.get(nudge.getKey()), nudge.getValue().getFirst()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
