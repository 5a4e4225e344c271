package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * How far each partition of the log that mention events travel through was stored, and by which
 * node. The log says whose a partition is; these rows see to it that a node which was not told in
 * time stores nothing.
 */
public interface LogPositions {
  /**
   * This node reads the partition from now on, whoever did before.
   *
   * @param node unique among all processes that ever ran
   * @param until when it lapses unless it is kept
   * @return where it goes on; {@link Cursor#START} for a partition never read
   */
  Cursor take(String partition, String node, Instant until);

  /**
   * This node still reads it, unless another one does.
   *
   * @param behind how many events wait in the log
   * @return where it goes on, as the admin may have changed it; empty while another node has it
   */
  Optional<Cursor> keep(String partition, String node, long behind, Instant now, Instant until);

  /** The node reads it no more. Nothing happens where it did not. */
  void letGo(String partition, String node);

  /**
   * Moves on. False when another node has the partition, or it does not stand at {@code before}:
   * roll back.
   */
  boolean move(String partition, String node, Cursor before, Step step);

  /** It goes on there, whichever node reads it. */
  void set(String partition, Cursor from);

  /** All that were ever read, by name. */
  List<Row> all();

  /**
   * What was stored together.
   *
   * @param after where to go on
   * @param skipped how many messages could not be read
   * @param why the last of them could not; null for none
   */
  record Step(Cursor after, Instant at, long behind, int skipped, @Nullable String why) {}

  /**
   * One partition.
   *
   * @param node that reads it, or did last; null where it let go
   * @param heldUntil when that lapses; null where it let go
   * @param movedAt when something of it was stored last; null for never
   * @param behind how many events waited when the node last said so
   * @param skipped messages that could not be read, ever
   * @param why the last of them could not; null for none
   */
  record Row(
      String partition,
      Cursor position,
      @Nullable String node,
      @Nullable Instant heldUntil,
      @Nullable Instant movedAt,
      long behind,
      long skipped,
      @Nullable String why) {
    /** Partitions 2 and 10 of a topic in this order; names end in their number. */
    public static final Comparator<Row> BY_NAME =
        Comparator.comparingInt((Row row) -> row.partition().length())
            .thenComparing(Row::partition);

    /** The node that reads it; empty while none does. */
    public Optional<String> reader(Instant now) {
      Instant until = heldUntil;
      return Optional.ofNullable(node).filter(name -> until != null && now.isBefore(until));
    }
  }
}
