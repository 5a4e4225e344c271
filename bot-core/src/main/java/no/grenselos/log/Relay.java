package no.grenselos.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.config.Finding;

/**
 * A log outside that carries mention events between the nodes, in partitions. Each event arrives at
 * least once; events of one {@link Parcel#key} in the order in which they were carried. Safe for
 * many threads.
 */
public interface Relay extends AutoCloseable {
  /**
   * Hands the parcels over, in their order; returns when the log has all of them for good, or after
   * ten seconds at most. What the log can never take is set aside with a reason and does not stop
   * the others.
   */
  Receipt carry(List<Parcel> parcels);

  /**
   * Begins to read as one of the nodes that share the partitions. A process has one at a time; it
   * calls nobody before it is asked for something.
   */
  RelayReader reader();

  /** Why the last attempt to write or read failed; empty while all is well. Calls nobody. */
  Optional<String> trouble();

  /** What {@code grenselos check} finds when it asks the log now. Changes nothing. */
  List<Finding> check();

  /**
   * Asks the log how far its partitions reach.
   *
   * @param from the moment whose place in each partition is wanted
   * @throws RelayException when it does not say now
   */
  Survey survey(Instant from);

  /** Gives up what was not handed over yet; ends within five seconds. */
  @Override
  void close();
}
