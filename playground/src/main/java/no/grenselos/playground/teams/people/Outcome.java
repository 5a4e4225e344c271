package no.grenselos.playground.teams.people;

import java.util.Map;

/** What a person sees of what they did. */
public sealed interface Outcome {
  /** Done; a card, a dialog or a message may have changed, or nothing. */
  record Done() implements Outcome {}

  /** A line of text from the bot, or where a link leads. */
  record Note(String text) implements Outcome {}

  /**
   * Nothing was sent, as something is to be filled in first.
   *
   * @param errors by the id of the input
   */
  record Incomplete(Map<String, String> errors) implements Outcome {
    public Incomplete {
      errors = Map.copyOf(errors);
    }
  }

  /** The bot did not take it, or its answer makes no sense to Teams. */
  record Trouble(String reason) implements Outcome {}
}
