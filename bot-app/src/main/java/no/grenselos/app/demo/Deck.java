package no.grenselos.app.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Deals its cards in a shuffled order, and shuffles anew when all are dealt. Thread safe. */
final class Deck<T> {
  private final Random random;
  private final List<T> cards = new ArrayList<>();
  private int dealt;

  Deck(Random random) {
    this.random = random;
  }

  Deck<T> with(T card, int times) {
    cards.addAll(Collections.nCopies(times, card));
    dealt = cards.size();
    return this;
  }

  synchronized T next() {
    if (dealt == cards.size()) {
      Collections.shuffle(cards, random);
      dealt = 0;
    }
    return cards.get(dealt++);
  }
}
