package no.grenselos.reading.intent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.grenselos.reading.Evidence;
import no.grenselos.reading.Intent;
import no.grenselos.reading.Severity;
import no.grenselos.reading.Word;

/**
 * What the author wants and how soon, by weighing signs in the text: each intent has its own
 * logistic regression over words, word pairs, groups of words, cues and the post's shape. Says
 * nothing about the person. Safe for many threads; fails on no text.
 */
public final class IntentModel {
  /** An intent is there from this probability on. */
  private static final double PRESENT = 0.5;

  /**
   * A complaint that nothing competes with is one from here on: best F1 and macro F1 where each
   * line of business was left out of training in turn (examples.tsv; .791 and .840, at 0.5 .778,
   * .834).
   */
  private static final double LIKELY = 0.4;

  private final Signs signs;
  private final Urgency urgency = new Urgency();
  private final IntentWeights weights;

  IntentModel(IntentWeights weights, Signs signs) {
    this.weights = weights;
    this.signs = signs;
  }

  /** Trained on our own examples; the same one for all, read when it is first asked for. */
  public static IntentModel shipped() {
    return Shipped.MODEL;
  }

  private static final class Shipped {
    static final IntentModel MODEL = new IntentModel(IntentWeights.shipped(), new Signs());
  }

  Signs signs() {
    return signs;
  }

  /**
   * @param intent the one that wins; a complaint wins over a question and a thank you
   * @param score 0 to 1, how sure
   * @param probabilities of every intent but {@link Intent#OTHER}; several may be over a half
   * @param evidence words for the intent, strongest first, then those for the severity
   */
  public record Result(
      Intent intent,
      double score,
      Severity severity,
      Map<Intent, Double> probabilities,
      List<Evidence> evidence) {
    public Result {
      probabilities = new EnumMap<>(probabilities);
      evidence = List.copyOf(evidence);
    }

    /** Log odds of a complaint, whatever won. */
    double complaint() {
      double p = probabilities.getOrDefault(Intent.COMPLAINT, 0.0);
      return Math.log(Math.max(p, 1e-6)) - Math.log(Math.max(1 - p, 1e-6));
    }
  }

  /**
   * @param text the post as it stands
   * @param words of the text without links and handles
   * @param outlet whether it comes from a news feed rather than a person
   */
  public Result of(String text, List<Word> words, boolean outlet) {
    Clauses clauses = signs.clauses(text, words);
    List<Sign> found = signs.of(text, clauses, outlet);
    Map<Intent, Double> probabilities = probabilities(found, outlet);
    Intent intent = winner(probabilities);
    Urgency.Found urgent = urgency.of(text, clauses, intent);
    List<Evidence> evidence = new ArrayList<>();
    if (intent != Intent.OTHER) {
      String speaksFor = "intent:" + intent.word();
      evidence.addAll(Spans.evidence(text, found, sign -> weights.of(sign, intent), speaksFor));
    }
    evidence.addAll(urgent.evidence());
    return new Result(
        intent, sureness(intent, probabilities), urgent.severity(), probabilities, evidence);
  }

  private Map<Intent, Double> probabilities(List<Sign> found, boolean outlet) {
    double[] scores = weights.scores(Signs.totals(found));
    Map<Intent, Double> probabilities = new EnumMap<>(Intent.class);
    for (int i = 0; i < scores.length; i++) {
      probabilities.put(IntentWeights.INTENTS.get(i), Regression.probability(scores[i]));
    }
    // what a news feed brings is news, whatever it quotes
    if (outlet) probabilities.merge(Intent.NEWS, 0.9, Math::max);
    return probabilities;
  }

  private static Intent winner(Map<Intent, Double> probabilities) {
    Intent best = Intent.OTHER;
    double most = PRESENT;
    for (Map.Entry<Intent, Double> one : probabilities.entrySet()) {
      boolean behind = best == Intent.COMPLAINT && yields(one.getKey());
      if (one.getValue() >= most && !behind) {
        best = one.getKey();
        most = one.getValue();
      }
    }
    boolean likely = probabilities.getOrDefault(Intent.COMPLAINT, 0.0) >= LIKELY;
    return best == Intent.OTHER && likely ? Intent.COMPLAINT : best;
  }

  // a complaint in the form of a question, or with a thank you, is a complaint
  private static boolean yields(Intent intent) {
    return intent == Intent.QUESTION || intent == Intent.PRAISE;
  }

  private static double sureness(Intent intent, Map<Intent, Double> probabilities) {
    if (intent != Intent.OTHER) return probabilities.getOrDefault(intent, 0.0);
    return 1 - probabilities.values().stream().mapToDouble(p -> p).max().orElse(0);
  }
}
