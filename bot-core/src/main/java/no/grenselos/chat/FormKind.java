package no.grenselos.chat;

/** The questions that need more than a press. */
public enum FormKind {
  /** Who knows it better? */
  PASS_TO,
  /** Who takes it over? */
  HAND_OVER,
  /** Write the reply. */
  REPLY,
  /** Read a colleague's answer, change it, say yes to it. */
  APPROVE,
  /** What should be different in a colleague's answer? */
  RETURN,
  /** Keep a text as an answer for later. */
  KEEP_ANSWER,
  /** Where is the answer? */
  ANSWERED,
  /** For which of your topics do you want more of this? */
  MORE_LIKE_THIS,
  /** For which of your topics do you want less of this? */
  LESS_LIKE_THIS
}
