package no.grenselos.store;

import java.time.Instant;
import java.util.List;

/**
 * Errands waiting to be carried out. Those of one group (a place, a network) go one at a time, in
 * the order they were put.
 */
public interface Outbox {
  /**
   * Puts an errand; one that waits or runs under the same key already will be carried out (once
   * more) after this moment.
   */
  void put(Errand errand, String group, Instant due);

  /** Takes up to {@code most} due errands, one a group, oldest first, until the lease's end. */
  List<Entry> lease(int most, Instant now, Instant leaseEnd);

  /**
   * Ends the errand, unless it was put again meanwhile: then it is due once more. False when the
   * lease was lost.
   */
  boolean done(Entry entry);

  /**
   * Lets it wait until then, and its group with it.
   *
   * @param unsure whether it may have been carried out after all
   */
  boolean again(Entry entry, Instant due, String reason, boolean unsure);

  /** Sets it aside for the admin; its group goes on. */
  boolean park(Entry entry, String reason);

  long waiting();

  List<Parked> parked(int most);

  boolean revive(String key, Instant due);

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
