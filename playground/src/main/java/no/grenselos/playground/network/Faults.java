package no.grenselos.playground.network;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network's bad days, switched by tests and the demo. All off at first; safe for many threads.
 */
public final class Faults {
  private volatile boolean down;
  private volatile Answers answers = Answers.WHOLE;
  private volatile boolean reordered;
  private volatile Duration slowness = Duration.ZERO;
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger repeats = new AtomicInteger();

  /** What becomes of the answers of the API. */
  public enum Answers {
    WHOLE,
    /** A page for people, said to be what was asked for. */
    GARBAGE,
    /** They end in the middle, and the connection with them. */
    CUT,
    /** None comes, and the connection stays open. */
    NONE
  }

  public void answers(Answers now) {
    answers = now;
  }

  /** Every request of the API ends with 503 while on. */
  public void down(boolean on) {
    down = on;
  }

  /** Every request of the API waits this long before it is worked on. */
  public void slow(Duration each) {
    slowness = each;
  }

  /** The next requests end with 429. */
  public void refuseNext(int requests) {
    refusals.set(requests);
  }

  /** The next pages of timelines and notifications hold what the page before held. */
  public void repeatNext(int pages) {
    repeats.set(pages);
  }

  /** Pages come oldest first while on, though the documents promise newest first. */
  public void reorder(boolean on) {
    reordered = on;
  }

  /** Switches every fault off. */
  public void clear() {
    down = false;
    answers = Answers.WHOLE;
    reordered = false;
    slowness = Duration.ZERO;
    refusals.set(0);
    repeats.set(0);
  }

  public Answers answers() {
    return answers;
  }

  public boolean down() {
    return down;
  }

  public boolean reordered() {
    return reordered;
  }

  public Duration slowness() {
    return slowness;
  }

  /** Uses up one refusal if one is left. */
  public boolean refuses() {
    return refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  /** Uses up one repetition if one is left. */
  public boolean repeats() {
    return repeats.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
