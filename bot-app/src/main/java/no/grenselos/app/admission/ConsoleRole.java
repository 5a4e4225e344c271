package no.grenselos.app.admission;

import java.util.Locale;

/** What somebody may see and do in the console. */
public enum ConsoleRole {
  /** Everything. */
  ADMIN,
  /** What waits and who has it, of their own teams; also sets right what went wrong there. */
  LEAD,
  /** What waits and who has it, of their own teams. */
  CARE,
  /** What came of it, in figures; changes nothing. */
  READER;

  /** As it stands in grenselos.yml. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
