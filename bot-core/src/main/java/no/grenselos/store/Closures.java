package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a chat house is closed to us: the house itself, people who left, channels. */
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
    NAME
  }

  /**
   * One of them.
   *
   * @param id the house's own id of the person or channel; the house's name for itself
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
