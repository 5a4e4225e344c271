package no.grenselos.chat;

import no.grenselos.expert.ExpertId;

/** A question from somebody inside to an expert inside, on its way to an answer. */
public sealed interface AskAction extends ChatAction {
  /**
   * "Ask an expert about this."
   *
   * @param text what is asked, in the asker's words
   * @param message the address of the chat message it is about; empty when it is about none
   */
  record AskExpert(ExpertId expert, String text, String message) implements AskAction {}

  /** The expert's answer. */
  record AnswerColleague(String text) implements AskAction {}

  /** The expert would rather not. */
  record NotMyQuestion() implements AskAction {}
}
