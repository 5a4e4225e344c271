package no.grenselos.ticket;

import no.grenselos.expert.Colleague;
import org.jspecify.annotations.Nullable;

/** What came of a move. */
public sealed interface Outcome {
  record Moved(TicketState state) implements Outcome {}

  /** It was so already; repeating is harmless. */
  record Unchanged() implements Outcome {}

  /** It may not be, now or by this person. */
  record Refused(Refusal why, @Nullable Colleague owner) implements Outcome {}

  /** Why a move is refused. */
  enum Refusal {
    /** {@code owner} has it. */
    TAKEN,
    /** Only {@code owner} may. */
    NOT_OWNER,
    /** An answer is on its way out. */
    BEING_PUBLISHED,
    /** An answer by {@code owner} waits for a colleague's yes. */
    AWAITS_YES,
    /** {@code owner} answered it. */
    ANSWERED,
    /** It is closed. */
    CLOSED,
    /** Nobody has it yet. */
    NOT_CLAIMED,
    /** The offer is no longer the current one. */
    OFFER_OVER,
    /** Another answer is the current one, or none. */
    ANSWER_OVER,
    /** There is no answer to take back, or nothing to open again. */
    NOTHING_TO_TAKE_BACK
  }
}
