package no.grenselos.app.evaluate;

import java.util.List;

/**
 * How well scores keep two kinds apart, whatever the line.
 *
 * @param auroc chance that one of ours scores higher than one that is not, ties counting half; NaN
 *     when there is only one kind
 * @param fpr95 share of the others that pass where 95 % of ours pass; NaN likewise
 */
record Separation(double auroc, double fpr95) {
  private static final double MAY_MISS = 0.05;

  record Scored(double score, boolean ours) {}

  static Separation of(List<Scored> all) {
    List<Scored> sorted =
        all.stream().sorted((a, b) -> Double.compare(a.score(), b.score())).toList();
    long ours = sorted.stream().filter(Scored::ours).count();
    long others = sorted.size() - ours;
    if (ours == 0 || others == 0) return new Separation(Double.NaN, Double.NaN);
    double wins = wins(sorted);
    double line =
        sorted.stream()
            .filter(Scored::ours)
            .skip((long) Math.floor(ours * MAY_MISS))
            .findFirst()
            .orElseThrow()
            .score();
    long passing = sorted.stream().filter(one -> !one.ours() && one.score() >= line).count();
    return new Separation(wins / (ours * (double) others), (double) passing / others);
  }

  /**
   * The highest score that must be left out so that this share of the others is, or more.
   *
   * @param share above 0, up to 1
   */
  static double line(List<Scored> all, double share) {
    double[] others =
        all.stream().filter(one -> !one.ours()).mapToDouble(Scored::score).sorted().toArray();
    if (others.length == 0) return 0;
    return others[Math.max(0, (int) Math.ceil(share * others.length) - 1)];
  }

  private static double wins(List<Scored> sorted) {
    double wins = 0;
    long below = 0;
    int from = 0;
    while (from < sorted.size()) {
      int to = from;
      long oursHere = 0;
      while (to < sorted.size() && sorted.get(to).score() == sorted.get(from).score()) {
        if (sorted.get(to++).ours()) oursHere++;
      }
      long othersHere = to - from - oursHere;
      wins += oursHere * (below + othersHere / 2.0);
      below += othersHere;
      from = to;
    }
    return wins;
  }
}
