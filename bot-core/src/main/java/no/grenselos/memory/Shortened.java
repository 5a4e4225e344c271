package no.grenselos.memory;

/** What became of a text that had to fit. */
public sealed interface Shortened {
  /** It fits as it is. */
  record Whole(String text) implements Shortened {}

  /**
   * The first sentences of it fit.
   *
   * @param left how many sentences were left out, 1 or more
   */
  record Cut(String text, int left) implements Shortened {}

  /**
   * Not even the first sentence fits: a person must shorten it.
   *
   * @param first that sentence
   * @param length its length, in the network's counting
   */
  record TooLong(String first, int length) implements Shortened {}
}
