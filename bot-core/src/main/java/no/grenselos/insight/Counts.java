package no.grenselos.insight;

import java.util.Collection;
import no.grenselos.store.Statistics;

/**
 * Posts that came, and what became of them by now.
 *
 * @param worth became a ticket, so somebody should answer; a post that was joined to another is
 *     counted there only
 * @param answered of those
 * @param promised of those worth an answer, how many had a promised time that is over or was kept;
 *     what ended without an answer needs none
 * @param kept of the promised times, by the first answer
 */
public record Counts(long posts, long worth, long answered, long promised, long kept) {
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  static Counts of(Collection<Statistics.Count> parts) {
    return parts.stream().map(one -> of(one.sums())).reduce(NONE, Counts::plus);
  }

  static Counts of(Statistics.Sums sums) {
    return new Counts(sums.posts(), sums.worth(), sums.answered(), sums.promised(), sums.kept());
  }

  Counts plus(Counts other) {
    return new Counts(
        posts + other.posts,
        worth + other.worth,
        answered + other.answered,
        promised + other.promised,
        kept + other.kept);
  }
}
