package no.grenselos.chat;

import java.util.Locale;

/** The questions that need more than a press. */
public enum FormKind {
  /** Who knows it better? */
  PASS_TO,
  /** Who takes it over? */
  HAND_OVER,
  /** Write the reply. */
  REPLY,
  /** Where is the answer? */
  ANSWERED,
  /** For which of your topics do you want more of this? */
  MORE_LIKE_THIS,
  /** For which of your topics do you want less of this? */
  LESS_LIKE_THIS,
  /** Read a colleague's answer, change it, say yes to it. */
  APPROVE,
  /** What should be different in a colleague's answer? */
  RETURN,
  /** Keep a text as an answer for later. */
  KEEP_ANSWER,
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
  STORM_LIST,
  /** What does this route do? */
  RULE,
  /** What is muted, until when and why? */
  SILENCE,
  /** With whom, or about what, does nobody speak? */
  LEAVE_ALONE,
  /** Is this rule to go? */
  REMOVE_RULE,
  /** Are the rules to say again what they said then? */
  REVERT_RULES,
  /** What must become of posts like this one? */
  KEEP_TEST,
  /** What is this topic called, how is it known, and who is invited to take it? */
  TOPIC;

  /** As phrases name it: {@code hand-over}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
