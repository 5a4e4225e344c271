package no.grenselos.reading.copy;

/**
 * The words of a text that stand in another, all shifted by the same number of places: the shift
 * with the most weight. Keeps its last answer; not thread safe.
 */
final class StraightRun {
  private int weight;
  private int matches;
  private int best;

  void find(Text shorter, int[] weights, Text longer) {
    weight = 0;
    matches = 0;
    for (int shift = 1 - shorter.length(); shift < longer.length(); shift++) {
      shifted(shorter, weights, longer, shift);
    }
  }

  int weight() {
    return weight;
  }

  int matches() {
    return matches;
  }

  /** Whether both have a number at one place and not the same; a cut last word is none. */
  boolean numbersDiffer(Text shorter, Text longer) {
    int end = Math.min(shorter.length() - 1, longer.length() - best);
    for (int i = Math.max(0, -best); i < end; i++) {
      int one = shorter.word(i);
      int other = longer.word(i + best);
      if (one != other && WordWeights.number(one) && WordWeights.number(other)) return true;
    }
    return false;
  }

  private void shifted(Text shorter, int[] weights, Text longer, int shift) {
    int sum = 0;
    int same = 0;
    int end = Math.min(shorter.length(), longer.length() - shift);
    for (int i = Math.max(0, -shift); i < end; i++) {
      if (shorter.word(i) != longer.word(i + shift)) continue;
      sum += weights[i];
      same++;
    }
    if (sum <= weight) return;
    weight = sum;
    matches = same;
    best = shift;
  }
}
