package no.grenselos.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Events waiting to be worked on, each once. Events of one group are handed out in the order they
 * were added, one at a time: the next only when the one before is done or parked.
 */
public interface Inbox<T> {
  /**
   * @param key unique for ever; the same key again is a repetition
   * @return false when the key was there before; nothing is added then
   */
  boolean add(String key, String group, T event, Instant at);

  /**
   * The same for many, in their order.
   *
   * @return which of them were added, in the same order
   */
  default boolean[] addAll(List<Arrival<T>> arrivals, Instant at) {
    boolean[] added = new boolean[arrivals.size()];
    for (int i = 0; i < added.length; i++) {
      Arrival<T> arrival = arrivals.get(i);
      added[i] = add(arrival.key(), arrival.group(), arrival.event(), at);
    }
    return added;
  }

  /** Those of the keys that were there before: adding them would be a repetition. */
  Set<String> seen(Collection<String> keys);

  /**
   * Takes up to {@code most} due entries, longest due first, one a group, for this caller until the
   * lease's end; a lapsed lease is due again.
   */
  List<Entry<T>> lease(int most, Instant now, Instant leaseEnd);

  /**
   * Ends the entry and forgets its content, but not its key. False when the lease was lost: roll
   * back.
   */
  boolean done(Entry<T> entry);

  /** Lets it wait until then, and its group with it. False when the lease was lost. */
  boolean again(Entry<T> entry, Instant due, String reason);

  /** Sets it aside for the admin. False when the lease was lost. */
  boolean park(Entry<T> entry, String reason);

  /**
   * Takes away what waits or is set aside in the group, as nothing is to come of it any more; what
   * is being worked on stays. Returns how many that were.
   */
  int forget(String group);

  /** As {@link #forget(String)}, those of all groups that fit. Looks through all. */
  int forget(Predicate<T> which);

  /** As {@link #forget(Predicate)}, only of what was set aside. */
  int forgetParked(Predicate<T> which);

  /** How many wait or are set aside, and fit. Looks through all. */
  int idle(Predicate<T> which);

  /**
   * Takes away what was set aside before that moment.
   *
   * @param most at a time
   * @return how many that were
   */
  int forgetParked(Instant before, int most);

  /** How many are unfinished: waiting or being worked on; parked ones not counted. */
  long waiting();

  /** Whether something of the group is unfinished, as {@link #waiting()} counts. */
  boolean waiting(String group);

  /** Oldest entry first. */
  List<Parked> parked(int most);

  /**
   * Makes a parked entry due again, before later ones of its group, with its attempts counted anew.
   * False when no such entry is parked.
   */
  boolean revive(String key, Instant due);

  /** What is to be added. */
  record Arrival<T>(String key, String group, T event) {}

  /**
   * @param attempts how often it was leased, this time included
   * @param lease names this lease
   */
  record Entry<T>(long id, String key, T event, Instant receivedAt, int attempts, String lease) {}
}
