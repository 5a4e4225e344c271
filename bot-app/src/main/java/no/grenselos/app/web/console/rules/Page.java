package no.grenselos.app.web.console.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A part of a long list, which counts what it does not show. Not thread safe. */
public final class Page {
  /** Some 100 kB of a page. */
  static final int SIZE = 50;

  private final int from;
  private int all;

  Page(int from) {
    this.from = Math.max(0, from);
  }

  /** Indexes of those to show. */
  <T> List<Integer> fitting(List<T> list, Predicate<T> fits) {
    List<Integer> shown = new ArrayList<>();
    all = 0;
    for (int i = 0; i < list.size(); i++) {
      if (!fits.test(list.get(i))) continue;
      if (all >= from && all < from + SIZE) shown.add(i);
      all++;
    }
    return shown;
  }

  public int all() {
    return all;
  }

  /** From 1, for people. */
  public int first() {
    return all == 0 ? 0 : from + 1;
  }

  public int last() {
    return Math.min(all, from + SIZE);
  }

  public boolean hasEarlier() {
    return from > 0;
  }

  public boolean hasLater() {
    return from + SIZE < all;
  }

  public int earlier() {
    return Math.max(0, from - SIZE);
  }

  public int later() {
    return from + SIZE;
  }
}
