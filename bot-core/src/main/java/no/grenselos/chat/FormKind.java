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
  /** What should colleagues know? */
  NOTE,
  /** Which colleague or team takes it over? */
  GIVE,
  /** Which other ticket goes on for both? */
  MERGE,
  /** Which fact is needed, on which topic? */
  ASK_FACT,
  /** What is the fact? */
  TELL_FACT
}
