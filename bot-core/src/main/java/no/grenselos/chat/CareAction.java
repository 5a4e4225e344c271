package no.grenselos.chat;

import no.grenselos.reading.TopicId;
import no.grenselos.ticket.TicketId;

/** What customer service does about a ticket besides taking and answering it. */
public sealed interface CareAction extends ChatAction {
  /** Something for colleagues to know. */
  record AddNote(String text) implements CareAction {}

  /** Another team takes it over. */
  record GiveToTeam(String team) implements CareAction {}

  /** The other ticket goes on for both. */
  record Merge(TicketId into) implements CareAction {}

  /** An expert is asked for a fact, while whoever has the ticket keeps it. */
  record AskFact(TopicId topic, String question) implements CareAction {}

  /** The fact somebody was asked for. */
  record TellFact(String text) implements CareAction {}

  /** "I do not know that either." */
  record PassFact() implements CareAction {}

  /** The house's own system of cases hears of it. */
  record SendToCrm() implements CareAction {}
}
