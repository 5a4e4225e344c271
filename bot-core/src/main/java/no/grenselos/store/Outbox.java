package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Errands waiting to be carried out. Those of one group (a place, a network) go one at a time, in
 * the order they were put.
 */
public interface Outbox {
  /**
   * Puts an errand. One that waits, runs or is parked under the same key already will be carried
   * out (once more) after this moment: a waiting one at the earlier of both times, a running one
   * when its lease ends.
   */
  void put(Errand errand, String group, Instant due);

  /**
   * Takes up to {@code most} due errands, one a group, longest due first, until the lease's end.
   */
  List<Entry> lease(int most, Instant now, Instant leaseEnd);

  /**
   * Ends the errand, unless it was put again meanwhile: then it is due once more. False when the
   * lease was lost.
   */
  boolean done(Entry entry);

  /**
   * Lets it wait until then, and its group with it. False when the lease was lost.
   *
   * @param unsure whether it may have been carried out after all; false also says that earlier
   *     doubts are settled
   */
  boolean again(Entry entry, Instant due, String reason, boolean unsure);

  /**
   * Keeps the lease until then, for whoever asked something slow before they act. False when the
   * lease was lost: somebody else may be acting.
   */
  boolean prolong(Entry entry, Instant leaseEnd);

  /**
   * Sets it aside for the admin, unless it was put again meanwhile; its group goes on. False when
   * the lease was lost.
   */
  boolean park(Entry entry, String reason);

  /**
   * Takes away those that wait or are set aside, carry words or addresses, and fit; what is being
   * carried out stays. Looks through all of those. Returns how many that were.
   */
  int forget(Predicate<Errand.Worded> which);

  /**
   * Takes away what was set aside before that moment.
   *
   * @param most at a time
   * @return how many that were
   */
  int forgetParked(Instant before, int most);

  /** The unfinished errand under that key; empty when it was carried out, or never put. */
  Optional<Unfinished> unfinished(String key);

  /** How many are unfinished: waiting or being carried out; parked ones not counted. */
  long waiting();

  /** Oldest errand first. */
  List<Parked> parked(int most);

  /**
   * Makes a parked errand due again, before later ones of its group, with its attempts counted
   * anew. False when no such errand is parked.
   */
  boolean revive(String key, Instant due);

  /** Where an unfinished errand stands. */
  enum Stage {
    WAITING,
    RUNNING,
    PARKED
  }

  /**
   * An errand that is not carried out yet.
   *
   * @param attempts how often it was begun
   * @param due when it is tried next; of a running one, when its lease ends
   * @param reason why it waits or was set aside; empty before its first attempt
   */
  record Unfinished(
      String key, Stage stage, int attempts, boolean unsure, Instant due, String reason) {}

  /**
   * @param attempts how often it was leased, this time included
   * @param unsure whether an earlier attempt may have worked: it said so, or its lease lapsed
   *     without a word
   * @param version grows when the errand is put again
   * @param lease names this lease
   */
  record Entry(
      long id,
      Errand errand,
      String group,
      int attempts,
      boolean unsure,
      long version,
      String lease) {}
}
