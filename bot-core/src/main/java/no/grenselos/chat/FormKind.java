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
  /** Which expert is to be asked what? */
  ASK,
  /** What do you answer your colleague? */
  ANSWER_COLLEAGUE,
  /** Whom do you propose, and for what? */
  INVITE,
  /** Yes: about what, when, how often and how far? */
  SAY_YES,
  /** Nothing: tells what this is. */
  TELL_MORE,
  /** About what may you be asked? */
  MY_TOPICS,
  /** In which languages do you answer? */
  MY_LANGUAGES,
  /** When may you be asked? */
  MY_HOURS,
  /** How often at most? */
  MY_CAP,
  /** How far do you go? */
  MY_LEVEL,
  /** What does the bot speak with you? */
  MY_SPEECH,
  /** On which day do you want the digest? */
  MY_DIGEST,
  /** Until when are you left alone? */
  MY_REST,
  /** What should colleagues know? */
  NOTE,
  /** Which colleague or team takes it over? */
  GIVE,
  /** Which other ticket goes on for both? */
  MERGE,
  /** Which fact is needed, on which topic? */
  ASK_FACT,
  /** What is the fact? */
  TELL_FACT,
  /** What do all answers to this incident begin with? */
  SHARED_LINE,
  /** Which posts of this incident wait for an answer? */
  STORM_LIST
}
