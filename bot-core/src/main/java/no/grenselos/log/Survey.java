package no.grenselos.log;

import java.util.List;
import no.grenselos.feed.Cursor;

/**
 * How far a log reaches.
 *
 * @param partitions in their order
 * @param deadLetters messages that nobody could read and that are still kept
 */
public record Survey(List<Extent> partitions, long deadLetters) {
  public Survey {
    partitions = List.copyOf(partitions);
  }

  /**
   * One partition.
   *
   * @param name as {@link RelayReader} calls it
   * @param number as the log counts, from 0
   * @param first offset of the oldest message that is kept
   * @param end offset of the next message to be written
   * @param from offset of the first message at or after the moment asked for
   */
  public record Extent(String name, int number, long first, long end, long from) {
    /** Where reading at that offset begins. */
    public static Cursor at(long offset) {
      return new Cursor(Long.toString(offset));
    }

    /** How many messages come after that place. */
    public long behind(Cursor place) {
      long next = place.atStart() ? first : Long.parseLong(place.text());
      return Math.max(0, end - Math.max(next, first));
    }
  }
}
