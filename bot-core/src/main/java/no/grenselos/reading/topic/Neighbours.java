package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.grenselos.reading.meaning.Meant;

/**
 * How near a text is to each topic's examples: to the nearest two, and to their middle. Immutable;
 * safe for many threads.
 */
final class Neighbours {
  private static final int NEAREST = 2;

  private final List<List<Example>> examples;
  private final List<List<Example>> against;
  private final List<float[]> middles;

  /** An example's text and vector. */
  @SuppressWarnings("ArrayRecordComponent") // numbers in bulk
  record Example(String text, float[] vector) {}

  /**
   * Nearness to one topic, as cosines.
   *
   * @param nearest mean of the nearest two examples
   * @param closest the nearest one
   * @param middle of all of them
   * @param example the nearest; empty when the topic has none, and then nothing is near
   * @param against the nearest counterexample; -1 when there is none
   */
  record Near(float nearest, float closest, float middle, String example, float against) {}

  /**
   * @param examples by topic, in the topics' order
   * @param against counterexamples likewise
   */
  Neighbours(List<List<Example>> examples, List<List<Example>> against) {
    this.examples = examples.stream().map(List::copyOf).toList();
    this.against = against.stream().map(List::copyOf).toList();
    this.middles = this.examples.stream().map(Neighbours::middle).toList();
  }

  private static float[] middle(List<Example> examples) {
    if (examples.isEmpty()) return new float[0];
    float[] sum = new float[examples.getFirst().vector().length];
    for (Example example : examples) {
      for (int i = 0; i < sum.length; i++) sum[i] += example.vector()[i];
    }
    float length = (float) Math.sqrt(Meant.cosine(sum, sum));
    for (int i = 0; i < sum.length; i++) sum[i] /= Math.max(length, 1e-9f);
    return sum;
  }

  /** One for each topic. */
  List<Near> of(float[] vector) {
    List<Near> near = new ArrayList<>(examples.size());
    for (int topic = 0; topic < examples.size(); topic++) {
      float[] middle = middles.get(topic);
      near.add(near(examples.get(topic), middle, against(topic, vector), vector));
    }
    return near;
  }

  private float against(int topic, float[] vector) {
    float nearest = -1;
    for (Example counterexample : against.get(topic)) {
      nearest = Math.max(nearest, Meant.cosine(counterexample.vector(), vector));
    }
    return nearest;
  }

  private static Near near(List<Example> examples, float[] middle, float against, float[] vector) {
    if (examples.isEmpty()) return new Near(0, 0, 0, "", against);
    float[] best = new float[Math.min(NEAREST, examples.size())];
    Arrays.fill(best, -1);
    Example nearest = examples.getFirst();
    for (Example example : examples) {
      float cosine = Meant.cosine(example.vector(), vector);
      if (cosine > best[0]) {
        if (best.length > 1) best[1] = best[0];
        best[0] = cosine;
        nearest = example;
      } else if (best.length > 1 && cosine > best[1]) {
        best[1] = cosine;
      }
    }
    float sum = 0;
    for (float one : best) sum += one;
    float mean = sum / best.length;
    return new Near(mean, best[0], Meant.cosine(middle, vector), nearest.text(), against);
  }
}
