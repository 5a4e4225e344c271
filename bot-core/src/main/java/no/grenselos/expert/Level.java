package no.grenselos.expert;

/** How far somebody goes; each goes as far as those before it. */
public enum Level {
  /** Reads along, and is never asked. */
  WATCH,
  /** Says what is right; somebody else writes the answer. */
  ADVISE,
  /** Writes the answer; somebody else approves it. */
  DRAFT,
  /** Answers by themselves. */
  POST;

  /** The lower of both. */
  public Level atMost(Level other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
