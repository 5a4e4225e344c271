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
  ANSWERED,
  /** For which of your topics do you want more of this? */
  MORE_LIKE_THIS,
  /** For which of your topics do you want less of this? */
  LESS_LIKE_THIS,
  /** What do all answers to this incident begin with? */
  SHARED_LINE,
  /** Which posts of this incident wait for an answer? */
  STORM_LIST
}
