package no.grenselos.playground.teams.connector;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * How the connector fares today; fine by default. What is said of the next calls holds for calls of
 * any kind, in the order it was said. Safe for many threads.
 */
public final class TeamsWeather {
  private final Pace pace;
  private final Deque<Spell> next = new ArrayDeque<>();
  private boolean down;
  private boolean dropping;
  private boolean picturesCount;
  private Duration slow = Duration.ZERO;

  TeamsWeather(Clock clock) {
    this.pace = new Pace(clock);
  }

  /** Every call is answered with 503, until it is told otherwise; nothing is done. */
  public synchronized void down(boolean on) {
    down = on;
  }

  /** Every connection is cut without an answer, until it is told otherwise; nothing is done. */
  public synchronized void dropping(boolean on) {
    dropping = on;
  }

  /** Pictures within cards count to a message's size, until it is told otherwise. */
  public synchronized void picturesCount(boolean on) {
    picturesCount = on;
  }

  /** Every answer takes that much longer; what was asked is done first. */
  public synchronized void slow(Duration longer) {
    slow = longer;
  }

  /** The next calls are answered with that status, for example 412, 500, 502 or 504, undone. */
  public void refuseNext(int count, int status) {
    plan(count, new Spell.Refuse(status, Duration.ZERO));
  }

  /** The next calls are answered with 429 and that {@code Retry-After}, undone. */
  public void rateLimitNext(int count, Duration retryAfter) {
    plan(count, new Spell.Refuse(429, retryAfter));
  }

  /** The next calls are DONE, but the line is cut before the answer: the bot cannot know. */
  public void loseAnswers(int count) {
    plan(count, new Spell.HangUp());
  }

  /** The next calls are DONE, but what is answered is no JSON. */
  public void garbleAnswers(int count) {
    plan(count, new Spell.Garble());
  }

  /** The next calls meet nothing special, before what is said after this. */
  public void fineNext(int count) {
    plan(count, new Spell.Fine());
  }

  /**
   * Teams' own limits, by the playground's clock: off by default, so that tests need not wait. They
   * are 7 sends a second, 8 in two and 60 in 30 seconds a conversation, and 30 calls a second in
   * all.
   */
  public void enforceRateLimits(boolean on) {
    pace.enforce(on);
  }

  Pace pace() {
    return pace;
  }

  synchronized boolean doPicturesCount() {
    return picturesCount;
  }

  synchronized boolean isSilent() {
    return dropping;
  }

  synchronized Duration slow() {
    return slow;
  }

  synchronized Spell take() {
    if (down) {
      return new Spell.Refuse(503, Duration.ZERO);
    }
    Spell spell = next.poll();
    return spell == null ? new Spell.Fine() : spell;
  }

  private synchronized void plan(int count, Spell spell) {
    next.addAll(Collections.nCopies(count, spell));
  }
}
