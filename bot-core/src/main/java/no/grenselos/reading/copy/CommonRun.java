package no.grenselos.reading.copy;

import java.util.Arrays;

/**
 * The words that two texts have in common in the same order, near each other: the best local
 * alignment (Smith and Waterman 1981), where a common word earns its weight and a word that differs
 * costs a little. Keeps its last answer and reuses its arrays; not thread safe.
 */
final class CommonRun {
  private static final int GAP = 40;
  private static final int DIFFERENT = 30;

  // one row of the table: the score, and the weight and number of common words that made it
  private final int[] score = new int[PlainWords.MOST + 1];
  private final int[] earned = new int[PlainWords.MOST + 1];
  private final int[] common = new int[PlainWords.MOST + 1];
  private int best;
  private int weight;
  private int matches;

  void find(Text shorter, int[] weights, Text longer) {
    Arrays.fill(score, 0);
    Arrays.fill(earned, 0);
    Arrays.fill(common, 0);
    best = 0;
    weight = 0;
    matches = 0;
    for (int i = 0; i < shorter.length(); i++) row(shorter.word(i), weights[i], longer);
  }

  int weight() {
    return weight;
  }

  int matches() {
    return matches;
  }

  private void row(int word, int worth, Text longer) {
    int before = 0;
    int beforeEarned = 0;
    int beforeCommon = 0;
    for (int j = 1; j <= longer.length(); j++) {
      int above = score[j];
      int aboveEarned = earned[j];
      int aboveCommon = common[j];
      if (word == longer.word(j - 1)) {
        put(j, before + worth, beforeEarned + worth, beforeCommon + 1);
      } else {
        put(j, before - DIFFERENT, beforeEarned, beforeCommon);
      }
      if (above - GAP > score[j]) put(j, above - GAP, aboveEarned, aboveCommon);
      if (score[j - 1] - GAP > score[j]) put(j, score[j - 1] - GAP, earned[j - 1], common[j - 1]);
      before = above;
      beforeEarned = aboveEarned;
      beforeCommon = aboveCommon;
      keepBest(j);
    }
  }

  private void put(int j, int points, int weight, int words) {
    boolean any = points > 0;
    score[j] = any ? points : 0;
    earned[j] = any ? weight : 0;
    common[j] = any ? words : 0;
  }

  private void keepBest(int j) {
    if (score[j] <= best) return;
    best = score[j];
    weight = earned[j];
    matches = common[j];
  }
}
