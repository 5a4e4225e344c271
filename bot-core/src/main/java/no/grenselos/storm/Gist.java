package no.grenselos.storm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.TicketId;

/**
 * What one post says, to tell whether two say the same.
 *
 * @param group the first of the posts that this one is a copy of, or itself
 * @param words stems of what tells it from other posts on the topic, in order
 */
record Gist(TicketId ticket, MentionId group, Set<String> words) {
  /** Two posts say the same when so much of what the shorter one tells stands in the other. */
  private static final double SHARED = 0.3;

  /** One word in common is chance. */
  private static final int FEWEST_SHARED = 2;

  /** Whether both say the same. */
  boolean like(Gist other, Map<String, Double> weights) {
    if (group.equals(other.group)) return true;
    Set<String> shared = new TreeSet<>(words);
    shared.retainAll(other.words);
    if (shared.size() < FEWEST_SHARED) return false;
    double shorter = Math.min(weight(words, weights), weight(other.words, weights));
    return weight(shared, weights) >= SHARED * shorter && weight(shared, weights) >= 1;
  }

  private static double weight(Set<String> words, Map<String, Double> weights) {
    return words.stream().mapToDouble(word -> weights.getOrDefault(word, 1.0)).sum();
  }

  /**
   * What each word tells where it is usual: a word that a quarter of these posts say counts three
   * quarters. One that none of them says counts whole, and is not in the map.
   */
  static Map<String, Double> weights(List<Gist> usual) {
    Map<String, Double> weights = new HashMap<>();
    for (Gist gist : usual) {
      for (String word : gist.words) weights.merge(word, -1.0 / usual.size(), Double::sum);
    }
    weights.replaceAll((word, share) -> Math.max(0, 1 + share));
    return weights;
  }
}
