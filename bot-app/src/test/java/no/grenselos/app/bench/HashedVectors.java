package no.grenselos.app.bench;

import java.util.List;
import java.util.Random;
import no.grenselos.reading.TextEncoder;

/** Each word has a direction of its own, drawn from its hash; a text lies among its words. */
final class HashedVectors implements TextEncoder {
  private static final int DIMENSION = 384;

  @Override
  public String name() {
    return "hashed";
  }

  @Override
  public List<float[]> encode(List<String> texts) {
    return texts.stream().map(HashedVectors::vector).toList();
  }

  private static float[] vector(String text) {
    double[] sum = new double[DIMENSION];
    for (String word : text.split("\\W+", -1)) {
      Random random = new Random(word.hashCode());
      for (int i = 0; i < DIMENSION; i++) sum[i] += random.nextGaussian();
    }
    double squares = 0;
    for (double one : sum) squares += one * one;
    float[] unit = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) unit[i] = (float) (sum[i] / Math.sqrt(squares));
    return unit;
  }

  @Override
  public void close() {}
}
