package no.grenselos.store;

import java.time.Instant;
import java.util.List;

/** Moments at which something is to be looked at again; one a kind and id at most. */
public interface Timers {
  /** Sets the moment, or moves it. */
  void set(String kind, String id, Instant due);

  /** Sets the moment unless one is set. False when one is. */
  boolean setOnce(String kind, String id, Instant due);

  /** Nothing when there is none. */
  void clear(String kind, String id);

  /** Those whose moment has come, earliest first. */
  List<Timer> due(Instant now, int most);

  /**
   * Takes the timer away. False when it was moved or taken since it was read: somebody else looks
   * after it.
   */
  boolean take(Timer timer);

  /** One moment. */
  record Timer(String kind, String id, Instant due) {}
}
