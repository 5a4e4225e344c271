package no.grenselos.feed.trouble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Decides by dice what goes wrong, and counts it: in calm weather nothing, in fair weather now and
 * then something, in a storm most of the time. Safe for many threads.
 */
final class Mischief {
  private static final double FAIR = 0.08;
  private static final double STORM = 0.6;
  private static final int MOST_TWICE = 5;

  private final Random dice;
  private final Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);
  private Weather weather = Weather.CALM;
  private int away;

  private enum Weather {
    CALM,
    FAIR,
    STORM
  }

  Mischief(Random dice) {
    this.dice = dice;
  }

  synchronized void begin() {
    weather = Weather.FAIR;
  }

  synchronized void end() {
    weather = Weather.CALM;
    away = 0;
  }

  /** A step later; whether nobody is to be reached now. */
  synchronized boolean away() {
    if (weather == Weather.CALM) return false;
    if (dice.nextDouble() < 0.06) {
      weather = weather == Weather.FAIR ? Weather.STORM : Weather.FAIR;
    }
    if (away > 0) away--;
    else if (dice.nextDouble() < 0.03) away = 2 + dice.nextInt(8);
    if (away > 0) count(Trouble.AWAY);
    return away > 0;
  }

  /** Whether something happens now that happens so often in a storm. */
  synchronized boolean happens(Trouble trouble) {
    boolean does = dice.nextDouble() < chance();
    if (does) count(trouble);
    return does;
  }

  private double chance() {
    return switch (weather) {
      case CALM -> 0;
      case FAIR -> FAIR;
      case STORM -> STORM;
    };
  }

  /** What happens to an answer. */
  synchronized Trouble ofAnswer() {
    if (dice.nextDouble() >= chance()) return Trouble.NONE;
    return Trouble.OF_ANSWERS.get(dice.nextInt(Trouble.OF_ANSWERS.size()));
  }

  /** What happens to a connection that stays, of all that may; some of it may not come about. */
  synchronized Trouble ofStream(List<Trouble> all) {
    if (dice.nextDouble() >= chance()) return Trouble.NONE;
    return all.get(dice.nextInt(all.size()));
  }

  synchronized boolean isCalm() {
    return weather == Weather.CALM;
  }

  /** In another order. */
  synchronized <T> List<T> shuffled(List<T> list) {
    List<T> other = new ArrayList<>(list);
    Collections.shuffle(other, dice);
    return other;
  }

  /** Between 1 and the most. */
  synchronized int some(int most) {
    return 1 + dice.nextInt(most);
  }

  /** The same posts, now and then in another order. */
  synchronized <T> List<T> reordered(List<T> page) {
    if (page.size() < 2 || !happens(Trouble.REORDERED)) return page;
    return shuffled(page);
  }

  /** Now and then with some posts once more that stood on the page before. */
  synchronized <T> List<T> twice(List<T> pageBefore, List<T> page) {
    if (page.isEmpty() || pageBefore.isEmpty() || !happens(Trouble.TWICE)) return page;
    int from = Math.max(0, pageBefore.size() - some(MOST_TWICE));
    List<T> more = new ArrayList<>(pageBefore.subList(from, pageBefore.size()));
    more.addAll(page);
    return more;
  }

  synchronized void count(Trouble trouble) {
    counts.merge(trouble, 1, Integer::sum);
  }

  synchronized Map<Trouble, Integer> counts() {
    return new EnumMap<>(counts);
  }
}
