package no.grenselos.reading.copy;

/**
 * Whether two texts are copies, by the weight of the shorter one's words that stand in the longer.
 * Looked for in two ways. A copy that was cut, quoted or had words exchanged keeps all other words
 * at one distance from where they stood: each word that differs counts {@value #EXCHANGED} against
 * it. Where words came in or fell out the distance jumps; that is how paraphrases look too ("how do
 * I activate my card", "how do I activate my new SIM"), so a word that differs counts {@value
 * #MOVED}. Not thread safe.
 *
 * <p>More than three words and a quarter that differ make another post, and so does another number
 * at the same place: bulletins and notices are alike but for their numbers.
 *
 * <p>The figures were chosen on generated copies among SIB-200, MASSIVE, CLINC150, BANKING77 and
 * Stack Exchange texts: posts of 12 words and more reach precision .97 and recall .99 even there.
 */
final class Sameness {
  private static final int EXCHANGED = 40;
  private static final int MOVED = 90;

  /** Weight that must be left: nearly that of two rare words, or four everyday ones. */
  private static final int ENOUGH = 90;

  // a text that stands whole in the other needs less
  private static final int ENOUGH_WHOLE = 50;
  private static final int SURELY_ALLOWED = 3;
  private static final int ALLOWED_ONE_OF = 4;
  private static final double LEAST_SHARE = 0.4;

  /** At least this speaks for a text that stands whole in the other. */
  static final int WHOLE = 1 << 20;

  private final WordWeights weights;
  private final WordSet there = new WordSet();
  private final StraightRun straight = new StraightRun();
  private final CommonRun broken = new CommonRun();

  Sameness(WordWeights weights) {
    this.weights = weights;
  }

  int[] weights(Text text) {
    int[] all = new int[text.length()];
    for (int i = 0; i < all.length; i++) all[i] = weights.of(text.word(i));
    return all;
  }

  /**
   * What speaks for a copy, in weight of words; 0 when it is none.
   *
   * @param own the weights of {@code text}
   */
  int of(Text text, int[] own, Text other) {
    if (other.length() == 0) return 0;
    if (text.sameAs(other)) return Integer.MAX_VALUE;
    boolean swapped = other.length() < text.length();
    Text shorter = swapped ? other : text;
    int[] weight = swapped ? weights(other) : own;
    Text longer = swapped ? text : other;
    if (atMost(shorter, weight, longer) < ENOUGH_WHOLE) return 0;
    return inOrder(shorter, weight, longer);
  }

  // what would be left if all common words stood in order
  private int atMost(Text shorter, int[] weight, Text longer) {
    there.fill(longer);
    int left = 0;
    for (int i = 0; i < weight.length; i++) {
      left += there.mayHold(shorter.word(i)) ? weight[i] : -EXCHANGED;
    }
    return left;
  }

  private int inOrder(Text shorter, int[] weight, Text longer) {
    int all = 0;
    for (int one : weight) all += one;
    straight.find(shorter, weight, longer);
    if (straight.matches() == shorter.length()) {
      return straight.weight() >= ENOUGH_WHOLE ? WHOLE + straight.weight() : 0;
    }
    if (straight.numbersDiffer(shorter, longer)) return 0;
    int left = left(straight.weight(), straight.matches(), shorter, EXCHANGED);
    if (left >= ENOUGH && straight.weight() >= LEAST_SHARE * all) return left;
    broken.find(shorter, weight, longer);
    left = left(broken.weight(), broken.matches(), shorter, MOVED);
    return left >= ENOUGH && broken.weight() >= LEAST_SHARE * all ? left : 0;
  }

  private static int left(int weight, int matches, Text shorter, int against) {
    int differ = shorter.length() - matches;
    boolean many = differ > Math.max(SURELY_ALLOWED, shorter.length() / ALLOWED_ONE_OF);
    return many || matches < PlainWords.FEWEST ? 0 : weight - against * differ;
  }
}
