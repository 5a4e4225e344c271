package no.grenselos.reading.copy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;

/**
 * How well {@link CopyIndex} finds the groups of labelled posts, counted in pairs: of two posts in
 * one found group, how often do they belong together (precision); of two that belong together, how
 * often are they found (recall).
 *
 * @param precision 0 to 1; 1 when no pair was found
 * @param recall 0 to 1; 1 when there is no pair to find
 * @param posts how many were read
 * @param leaders for each post, in order, the place of the first post of the group it was put in;
 *     its own place when it was like none before
 */
public record CopyPairs(double precision, double recall, int posts, List<Integer> leaders) {
  public CopyPairs {
    leaders = List.copyOf(leaders);
  }

  /**
   * A post and the group it belongs to.
   *
   * @param group any name; equal for copies of one post
   */
  public record Post(String group, String text) {}

  /** Reads the posts in the order given, all within one window. */
  public static CopyPairs of(List<Post> posts) {
    CopyIndex index = new CopyIndex();
    Network network = new Network("pack");
    Integer[] leaders = new Integer[posts.size()];
    for (int i = 0; i < leaders.length; i++) {
      MentionId id = new MentionId(network, String.valueOf(i));
      MentionId leader = index.add(id, posts.get(i).text(), Instant.EPOCH).orElse(id);
      leaders[i] = Integer.valueOf(leader.id());
    }
    return scored(posts, List.of(leaders));
  }

  private static CopyPairs scored(List<Post> posts, List<Integer> leaders) {
    Map<Object, Integer> found = new HashMap<>();
    Map<Object, Integer> real = new HashMap<>();
    Map<Object, Integer> right = new HashMap<>();
    for (int i = 0; i < posts.size(); i++) {
      String group = posts.get(i).group();
      found.merge(leaders.get(i), 1, Integer::sum);
      real.merge(group, 1, Integer::sum);
      right.merge(Map.entry(leaders.get(i), group), 1, Integer::sum);
    }
    return new CopyPairs(
        share(pairs(right), pairs(found)), share(pairs(right), pairs(real)), posts.size(), leaders);
  }

  private static long pairs(Map<Object, Integer> sizes) {
    return sizes.values().stream().mapToLong(size -> size * (size - 1L) / 2).sum();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
