package no.grenselos.reading.topic;

import java.util.Arrays;
import java.util.List;
import no.grenselos.reading.meaning.Meant;

/**
 * Posts that are nobody's: what lies nearer to them than to any topic's examples wakes nobody.
 * Immutable; safe for many threads.
 */
final class Background {
  private static final int NEAREST = 3;

  private final List<float[]> vectors;

  Background(List<float[]> vectors) {
    this.vectors = List.copyOf(vectors);
  }

  int size() {
    return vectors.size();
  }

  /**
   * Mean cosine with the nearest three; 0 when there are none.
   *
   * @param but the number of one that does not count, -1 for none
   */
  float near(float[] vector, int but) {
    float[] best = new float[Math.min(NEAREST, vectors.size() - (but >= 0 ? 1 : 0))];
    if (best.length == 0) return 0;
    Arrays.fill(best, -1);
    for (int i = 0; i < vectors.size(); i++) {
      if (i == but) continue;
      float cosine = Meant.cosine(vectors.get(i), vector);
      for (int place = 0; place < best.length; place++) {
        if (cosine <= best[place]) continue;
        System.arraycopy(best, place, best, place + 1, best.length - place - 1);
        best[place] = cosine;
        break;
      }
    }
    float sum = 0;
    for (float one : best) sum += one;
    return sum / best.length;
  }
}
