package no.grenselos.flow;

import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Placement;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;

/**
 * Something somebody did, with what it is about, within one transaction.
 *
 * @param card the one it was done on
 * @param ticket as it was before
 */
record Deed(Work work, ChatEvent event, Colleague who, Placement card, Ticket ticket) {

  /** Applies the move and keeps the ticket; says why when it may not be. */
  Optional<Ticket> move(Move move) {
    Ticket now = work.books().tickets().find(ticket.id()).orElseThrow();
    return switch (Moves.apply(now.state(), move)) {
      case Outcome.Moved moved -> Optional.of(work.save(now, moved.state(), null));
      case Outcome.Unchanged unchanged -> Optional.empty();
      case Outcome.Refused refused -> {
        whisper("refused." + refused.why(), refused.owner() == null ? "" : refused.owner().name());
        note("action.refused", move.getClass().getSimpleName() + ": " + refused.why());
        yield Optional.empty();
      }
    };
  }

  /** Says a phrase to the doer only. */
  void whisper(String phrase, Object... values) {
    String text = Phrases.in(card.locale()).say(phrase, values);
    work.whisper(event.id(), event.who(), card, text);
  }

  /** Keeps for the audit that the doer did it. */
  void note(String what, String detail) {
    work.note(who.id(), what, ticket.id(), detail);
  }

  /** Keeps what the deed teaches about its post. */
  Teaching teaching() {
    return Teaching.of(work, ticket, event.id());
  }

  /** The offer of this very card, while it runs and is the doer's. */
  Optional<Offer> ownRunningOffer() {
    return Optional.ofNullable(card.offer())
        .flatMap(id -> work.books().offers().find(id))
        .filter(offer -> offer.end() == null)
        .filter(offer -> offer.expert().id().equals(who.id()));
  }

  /** Whoever is being asked need not answer any more. */
  void endRunningOffers() {
    for (Offer offer : work.books().offers().of(ticket.id())) {
      if (offer.end() != null) continue;
      boolean own = offer.expert().equals(new ExpertId(who.id()));
      OfferEnd end = own ? OfferEnd.CLAIMED : OfferEnd.OVERTAKEN;
      work.books().offers().end(offer.id(), end, work.now());
    }
  }
}
