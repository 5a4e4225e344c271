package no.grenselos.reading.meaning;

import java.util.List;
import no.grenselos.reading.TextEncoder;
import no.grenselos.reading.Word;
import no.grenselos.reading.Words;

/** An encoder for which texts are alike that share words; can be told to fail. */
public final class FakeEncoder implements TextEncoder {
  private static final int SIZE = 64;

  private int asked;
  private boolean failing;

  /** How many texts it has encoded. */
  public int asked() {
    return asked;
  }

  public void fail(boolean fails) {
    failing = fails;
  }

  @Override
  public String name() {
    return "words in 64 numbers";
  }

  @Override
  public List<float[]> encode(List<String> texts) {
    if (failing) throw new IllegalStateException("encoder: no model");
    asked += texts.size();
    return texts.stream().map(FakeEncoder::vector).toList();
  }

  private static float[] vector(String text) {
    float[] vector = new float[SIZE];
    vector[0] = 0.5f;
    for (Word word : Words.of(text)) {
      int hash = word.english().hashCode() * 0x9E3779B9;
      vector[(hash >>> 8) % SIZE] += (hash & 1) == 0 ? 1 : -1;
    }
    float length = (float) Math.sqrt(Meant.cosine(vector, vector));
    for (int i = 0; i < SIZE; i++) vector[i] /= length;
    return vector;
  }

  @Override
  public void close() {
    // holds nothing
  }
}
