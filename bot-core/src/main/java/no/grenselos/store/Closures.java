package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is out of order: closed chat houses, people who left, channels; feeds. */
public interface Closures {
  /**
   * Notes it.
   *
   * @return false when it was noted before and is not over; nothing changes then
   */
  boolean begin(Closure closure);

  /** It is over. False when nothing was noted, or it was over already. */
  boolean end(Kind kind, String house, String id, Instant at);

  /** The newest one of this, over or not. */
  Optional<Closure> find(Kind kind, String house, String id);

  /** Those that are not over, oldest first. */
  List<Closure> running();

  /** What is closed. */
  enum Kind {
    HOUSE,
    PERSON,
    CHANNEL,
    /** A channel goes by another name now than the rule book says. */
    NAME,
    /** A feed from which nothing comes, although it can be read. */
    FEED_SILENT,
    /** A feed that cannot be read. */
    FEED_DOWN,
    /** A meter that spent most of its month's money. */
    FEED_COSTLY,
    /** A meter that spent all of it, so that its feeds are not read. */
    FEED_STOPPED
  }

  /**
   * One of them.
   *
   * @param house empty for feeds
   * @param id the house's own id of the person or channel; the house's name for itself; a feed's or
   *     meter's name
   * @param name as in the rule book; empty where it is not known
   * @param why in plain English; for a name, the new name
   * @param until when it was over; null while it is not
   */
  record Closure(
      Kind kind,
      String house,
      String id,
      String name,
      String why,
      Instant since,
      @Nullable Instant until) {}
}
