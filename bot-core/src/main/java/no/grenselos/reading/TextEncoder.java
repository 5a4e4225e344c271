package no.grenselos.reading;

import java.util.List;

/**
 * Turns texts into vectors that lie close to each other when the texts mean much the same. Loads
 * its model at the first text, not before. Safe for many threads; fails on no text.
 */
public interface TextEncoder extends AutoCloseable {
  /** The model's name and version; vectors of two models are never compared. */
  String name();

  /**
   * One vector a text, in their order, each of length 1 and all of the same dimension. Long texts
   * count with their beginning only.
   *
   * @throws IllegalStateException when the model cannot be loaded; says which and why
   */
  List<float[]> encode(List<String> texts);

  @Override
  void close();
}
