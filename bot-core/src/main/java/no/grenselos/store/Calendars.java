package no.grenselos.store;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.expert.ExpertId;

/** When people's calendars were read last, and when they are read next. */
public interface Calendars {
  /** Whether the next reading of somebody's calendar is due, and nobody has it. */
  boolean due(ExpertId expert, Instant now);

  /**
   * Takes the next reading of somebody's calendar upon oneself. False when it is not due, or
   * somebody else has it.
   *
   * @param until when it is due again, should we never say what came of it
   */
  boolean take(ExpertId expert, Instant now, Instant until);

  /** Says what came of the reading. */
  void done(ExpertId expert, Reading reading);

  /** Empty when it was never read. */
  Optional<Reading> last(ExpertId expert);

  /**
   * One reading.
   *
   * @param next when it is due again
   * @param problem in plain English, never the calendar's address or words; empty when all went
   *     well
   */
  record Reading(Instant at, Instant next, String problem) {}
}
