package no.grenselos.expert;

import java.time.DayOfWeek;
import java.util.Set;
import no.grenselos.reading.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants it done.
 *
 * @param level how far they go
 * @param proposed topics the rule book proposes to them, which they may not have said yes to
 * @param ownZone whether their time zone was chosen for them, and is not just the house's
 * @param digest the day on which they want to read what came of things; null for none
 * @param calendar name of the environment variable that holds the address of their calendar, never
 *     the address itself; null where none is read
 */
public record Manner(
    Level level,
    Set<TopicId> proposed,
    boolean ownZone,
    @Nullable DayOfWeek digest,
    Absence absence,
    @Nullable String calendar) {
  /** Goes all the way, is there, and wants no digest. */
  public static final Manner USUAL = of(Level.POST);

  public Manner {
    proposed = Set.copyOf(proposed);
  }

  /** Without a calendar. */
  public Manner(
      Level level,
      Set<TopicId> proposed,
      boolean ownZone,
      @Nullable DayOfWeek digest,
      Absence absence) {
    this(level, proposed, ownZone, digest, absence, null);
  }

  /** Goes that far; all else as usual. */
  public static Manner of(Level level) {
    return new Manner(level, Set.of(), false, null, Absence.NONE);
  }
}
