package no.grenselos.chat;

/** The questions that need more than a press. */
public enum FormKind {
  /** Who knows it better? */
  PASS_TO,
  /** Who takes it over? */
  HAND_OVER,
  /** Write the reply that is published. */
  REPLY,
  /** Where is the answer? */
  ANSWERED
}
