package no.grenselos.chat;

import no.grenselos.ticket.Effect;

/** What somebody says about what came of an answer. */
public sealed interface OutcomeAction extends ChatAction {
  /** The answer brought this about; a later word takes an earlier one's place. */
  record TellEffect(Effect effect) implements OutcomeAction {}
}
