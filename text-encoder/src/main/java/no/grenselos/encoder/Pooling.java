package no.grenselos.encoder;

import java.nio.FloatBuffer;

/** How one vector is made of a text's word pieces. */
enum Pooling {
  /** The first piece's vector, which stands for the whole: models such as bge. */
  CLS {
    @Override
    float[] vector(FloatBuffer states, int first, int pieces, int dimension) {
      float[] vector = new float[dimension];
      states.get(first, vector);
      return vector;
    }
  },
  /** The average over the pieces, padding left out: models such as e5 and MiniLM. */
  MEAN {
    @Override
    float[] vector(FloatBuffer states, int first, int pieces, int dimension) {
      float[] sum = new float[dimension];
      for (int piece = 0; piece < pieces; piece++) {
        int from = first + piece * dimension;
        for (int i = 0; i < dimension; i++) sum[i] += states.get(from + i);
      }
      return sum; // brought to length 1 later, so that dividing changes nothing
    }
  };

  /**
   * The vector of one text, of any length.
   *
   * @param states of the whole batch, row by row
   * @param first where the text's first piece begins
   * @param pieces the text has, at least 1
   */
  abstract float[] vector(FloatBuffer states, int first, int pieces, int dimension);
}
