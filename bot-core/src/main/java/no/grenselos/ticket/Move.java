package no.grenselos.ticket;

import java.net.URI;
import java.time.Instant;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import org.jspecify.annotations.Nullable;

/** Something that can happen to a ticket. What comes of it in which state is in {@link Moves}. */
public sealed interface Move {
  Instant at();

  /** One expert is asked. */
  record Offer(OfferId offer, ExpertId to, Instant until, Instant at) implements Move {}

  /** The offer reached its expert late, so it ends later. */
  record Prolong(OfferId offer, Instant until, Instant at) implements Move {}

  /** The offer ended without a claim. */
  record EndOffer(OfferId offer, Instant at) implements Move {}

  record Claim(Colleague by, Instant at) implements Move {}

  /** The owner gives it back. */
  record Release(Colleague by, Instant at) implements Move {}

  /** The owner gives it to somebody. */
  record HandOver(Colleague by, Colleague to, Instant at) implements Move {}

  /** The owner wrote an answer that is to be published. */
  record Draft(Colleague by, AnswerId answer, Instant at) implements Move {}

  /** The network took the answer. */
  record Publish(AnswerId answer, URI link, Instant at) implements Move {}

  /** The network refused the answer. */
  record FailToPublish(AnswerId answer, Instant at) implements Move {}

  /** Somebody answered outside by hand. */
  record Answer(Colleague by, @Nullable URI link, Instant at) implements Move {}

  /** No answer after all: the owner takes "answered" back. */
  record TakeBackAnswer(Colleague by, Instant at) implements Move {}

  record Close(CloseReason reason, @Nullable Colleague by, Instant at) implements Move {}

  /**
   * The author outside writes again.
   *
   * @param to who has it then; null for whoever takes it
   */
  record ComeBack(@Nullable Colleague to, Instant at) implements Move {}

  /** Somebody takes a close back. */
  record Reopen(Colleague by, Instant at) implements Move {}
}
