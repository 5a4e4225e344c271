package no.grenselos.route.match;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import no.grenselos.reading.Evidence;

/**
 * Which queries of a set match one post. Evidence is looked for only where it is asked for, because
 * of many matches few decide. Not thread safe.
 */
public final class Hits {
  private final BitSet found;
  private final IntFunction<List<Evidence>> evidence;

  Hits(BitSet found, IntFunction<List<Evidence>> evidence) {
    this.found = found;
    this.evidence = evidence;
  }

  /** Whether the query of that number matches. */
  public boolean has(int number) {
    return found.get(number);
  }

  /** The first number from here on that matches; -1 when none does. */
  public int next(int from) {
    return found.nextSetBit(from);
  }

  /**
   * The words and fields that made the query match, in the order of the text, fields last; none
   * where many posts are looked through at once.
   */
  public List<Evidence> evidence(int number) {
    if (!has(number)) throw new IllegalArgumentException("query " + number + " does not match");
    return evidence.apply(number);
  }
}
