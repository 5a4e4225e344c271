package no.grenselos.lesson;

import java.util.List;

/**
 * Learns from the log of lessons. Called by one thread of a node at a time, with every lesson from
 * the first on, in the order of their numbers, each once while it lives; a new pupil starts anew.
 */
@FunctionalInterface
public interface Pupil {
  /** Learns nothing. */
  Pupil NOBODY = fresh -> {};

  /**
   * Learns. When it throws, the same lessons come again, perhaps with later ones behind them: it
   * must then be as if they had never come, or not mind hearing a number twice.
   *
   * @param fresh at most 500, never empty
   */
  void learn(List<Taught> fresh);
}
