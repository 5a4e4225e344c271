package no.grenselos.expert;

/**
 * How well somebody is known to know one post.
 *
 * @param mass what speaks for them less what speaks against, decayed: about 1 for an answer to a
 *     post that has nothing to do with this one, {@link Affinity#ALIKE} and more for one like it; 0
 *     for nothing known
 * @param tried how often they were asked or acted at all, ever
 * @param because the strongest reason in plain English: {@code answered 2 like this in March};
 *     empty when there is none
 */
public record Standing(double mass, int tried, String because) {
  /** Somebody of whom nothing was learned yet. */
  public static final Standing UNKNOWN = new Standing(0, 0, "");

  public Standing {
    if (!Double.isFinite(mass) || tried < 0) {
      throw new IllegalArgumentException(
          "standing is " + mass + " after " + tried + ", must be finite and 0 or more");
    }
  }
}
