package no.grenselos.log;

import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;

/**
 * Reads the partitions that fall to this node. Which they are, the log decides; where they go on,
 * whoever stores what comes. Used by one thread; {@link #close} may come from any.
 */
public interface RelayReader extends AutoCloseable {
  /** Waits up to a second for what comes. Never throws for what the log does. */
  Arrived next();

  /**
   * The partition goes on there; whatever was handed out of it before counts for nothing. Nothing
   * comes of a partition before this was called. Does nothing when the partition is not ours.
   *
   * @param from {@link Cursor#START} for the oldest event that the log still has
   */
  void goOn(String partition, Cursor from);

  /** Nothing more comes of the partition until {@link #goOn}. */
  void rest(String partition);

  /** The batch is stored, so the log may note that for who looks at it there. */
  void stored(Batch batch);

  /** How many events of the partition wait to be handed out, as last seen; 0 where unknown. */
  long behind(String partition);

  /** Leaves the partitions to the other nodes; ends within five seconds. */
  @Override
  void close();

  /**
   * What came.
   *
   * @param given partitions that fall to this node from now on, before anything else here
   * @param taken partitions that are another node's from now on
   * @param batches at most one a partition
   * @param trouble why nothing can be read now; empty while all is well
   */
  record Arrived(
      List<String> given, List<String> taken, List<Batch> batches, Optional<String> trouble) {
    public Arrived {
      given = List.copyOf(given);
      taken = List.copyOf(taken);
      batches = List.copyOf(batches);
    }
  }

  /**
   * Some events of one partition.
   *
   * @param before where the partition stood, as {@link #goOn} or the batch before said
   * @param page the events in their order, where to go on once they are stored, and the messages
   *     that could not be read, which stand in the dead letters already
   */
  record Batch(String partition, Cursor before, Fetch.Page page) {}
}
