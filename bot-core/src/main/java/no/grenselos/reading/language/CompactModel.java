package no.grenselos.reading.language;

import java.util.Arrays;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * A maximum entropy model over short character sequences, held in a handful of arrays: as OpenNLP
 * holds it (a map of strings to two arrays each), the model for 103 languages takes 45 MB of heap,
 * here 10. Weights are kept as floats, seven digits of sixteen. Immutable once read, safe for many
 * threads.
 */
final class CompactModel extends AbstractModel {
  private final GramTable grams;

  /** The weights of gram g stand from starts[g] up to starts[g + 1]. */
  private final int[] starts;

  /** For each weight, which outcome it speaks for. */
  private final byte[] outcomes;

  private final float[] weights;

  CompactModel(
      String[] outcomeNames, GramTable grams, int[] starts, byte[] outcomes, float[] weights) {
    super(new Context[0], new String[0], outcomeNames);
    modelType = ModelType.Maxent;
    this.grams = grams;
    this.starts = starts;
    this.outcomes = outcomes;
    this.weights = weights;
  }

  /** How likely each outcome is; the sum is one. */
  @Override
  public double[] eval(String[] context) {
    float[] once = new float[context.length];
    Arrays.fill(once, 1);
    return eval(context, once);
  }

  @Override
  public double[] eval(String[] context, double[] probabilities) {
    double[] found = eval(context);
    System.arraycopy(found, 0, probabilities, 0, found.length);
    return probabilities;
  }

  /**
   * @param values how often each sequence of the context occurs
   */
  @Override
  public double[] eval(String[] context, float[] values) {
    double[] sums = new double[getNumOutcomes()];
    for (int i = 0; i < context.length; i++) {
      int gram = grams.find(context[i]);
      if (gram < 0) continue;
      for (int at = starts[gram]; at < starts[gram + 1]; at++) {
        sums[outcomes[at]] += (double) weights[at] * values[i];
      }
    }
    return normalized(sums);
  }

  private static double[] normalized(double[] sums) {
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.exp(sums[i]);
      total += sums[i];
    }
    for (int i = 0; i < sums.length; i++) sums[i] /= total;
    return sums;
  }
}
