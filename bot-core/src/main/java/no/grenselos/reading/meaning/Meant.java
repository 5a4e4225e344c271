package no.grenselos.reading.meaning;

/**
 * A text as it is compared with others. The vector is not copied.
 *
 * @param english the text in English: as it stands, or its gloss
 * @param vector of length 1; empty when there is no encoder
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk
public record Meant(String english, float[] vector) {
  /** Cosine with another vector of the same encoder, -1 to 1. */
  public static float cosine(float[] a, float[] b) {
    // four sums, so that the processor need not wait for each addition
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) s0 += a[i] * b[i];
    return s0 + s1 + s2 + s3;
  }
}
