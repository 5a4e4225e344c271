package no.grenselos.feed.http;

import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;

/** What is a network's own in a feed that listens. One thread calls. */
public interface LiveSource {
  /** Opens the connection. */
  Opened open(Cursor from);

  /**
   * The next cursor is not the one that was handed on last: what came in between may be lost, and
   * is not to be relied on.
   */
  default void setBack() {}

  /**
   * A page of what was missed since the cursor while nobody listened, and of what is there at the
   * very start; empty where the stream itself goes on from the cursor.
   */
  Optional<Fetch> missed(Cursor from);

  /**
   * Whether asking from there tells of what there is by then; else of the rest of what there was
   * when an earlier asking began.
   */
  default boolean asksAnew(Cursor from) {
    return true;
  }

  /**
   * @param gap whether something was missed that is not yet asked for, so that the cursor must stay
   *     before it
   */
  Reading reading(Cursor from, boolean gap);

  /** What came of opening. */
  sealed interface Opened {
    record Yes(LiveConnection connection) implements Opened {}

    /** Try again as the ladder says. */
    record No(Opening.Not why) implements Opened {}

    /** Somebody has to do something first, or the network says when. */
    record Later(Fetch fetch) implements Opened {}

    static Opened of(Opening opening) {
      return switch (opening) {
        case Opening.Open open -> new Yes(open.connection());
        case Opening.Not not -> new No(not);
      };
    }
  }

  /** Reads the frames of one page. */
  interface Reading {
    /** Takes one frame; what the stream says about itself, if the connection must be left. */
    Optional<String> take(LiveFrame frame, Gathering gathering);

    /** Looks once more at what was gathered, before it is handed on. */
    default void finish(Gathering gathering) {}

    /** Where to go on behind the frames taken. */
    Cursor cursor();
  }
}
