package no.grenselos.ticket;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import org.jspecify.annotations.Nullable;

/** Where a ticket stands. The moves between states are in {@link Move}. */
public sealed interface TicketState {
  /** Who has it in hand: took it, and has not answered yet. */
  default Optional<Colleague> owner() {
    return switch (this) {
      case Claimed claimed -> Optional.of(claimed.by());
      case Proposed proposed -> Optional.of(proposed.by());
      case Drafted drafted -> Optional.of(drafted.by());
      case Open open -> Optional.empty();
      case Offered offered -> Optional.empty();
      case Answered answered -> Optional.empty();
      case Closed closed -> Optional.empty();
    };
  }

  /** Whether anybody may take it. */
  default boolean free() {
    return switch (this) {
      case Open open -> true;
      case Offered offered -> true;
      case Claimed claimed -> false;
      case Proposed proposed -> false;
      case Drafted drafted -> false;
      case Answered answered -> false;
      case Closed closed -> false;
    };
  }

  /** Whether the author outside waits, and no answer is on its way. */
  default boolean waits() {
    return free() || this instanceof Claimed || this instanceof Proposed;
  }

  /** Whether it ended, with an answer or without. */
  default boolean over() {
    return switch (this) {
      case Open open -> false;
      case Offered offered -> false;
      case Claimed claimed -> false;
      case Proposed proposed -> false;
      case Drafted drafted -> false;
      case Answered answered -> true;
      case Closed closed -> true;
    };
  }

  /** Nobody has it: waiting in a queue, or for somebody who can be asked. */
  record Open(Instant since) implements TicketState {}

  /** One expert is being asked. */
  record Offered(OfferId offer, ExpertId to, Instant until) implements TicketState {}

  /** Somebody took it and writes the answer. */
  record Claimed(Colleague by, Instant at) implements TicketState {}

  /** The answer is written and waits for a colleague's yes. */
  record Proposed(Colleague by, AnswerId answer, Instant at) implements TicketState {}

  /** The answer is written and on its way out. */
  record Drafted(Colleague by, AnswerId answer, Instant at) implements TicketState {}

  /**
   * The author outside has an answer.
   *
   * @param link to the answer; null when nobody gave it
   */
  record Answered(Colleague by, Instant at, @Nullable URI link) implements TicketState {}

  /**
   * Ended without an answer.
   *
   * @param by null when nobody inside did it
   */
  record Closed(CloseReason reason, @Nullable Colleague by, Instant at) implements TicketState {}
}
