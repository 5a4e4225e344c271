package no.grenselos.expert;

/** How far somebody's words go by themselves: the ladder. */
public enum Level {
  /** Reads what there is; is asked nothing. */
  WATCH,
  /** Says what to answer; others write and publish it. */
  ADVISE,
  /** Writes the answer; a colleague says yes before it is published. */
  DRAFT,
  /** Writes and publishes. */
  POST
}
