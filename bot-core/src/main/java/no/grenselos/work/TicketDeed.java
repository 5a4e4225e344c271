package no.grenselos.work;

import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Placement;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Role;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody did about a ticket.
 *
 * @param ticket as it was before
 */
public record TicketDeed(Deed deed, Ticket ticket) {
  public Work work() {
    return deed.work();
  }

  public ChatEvent event() {
    return deed.event();
  }

  public Colleague who() {
    return deed.who();
  }

  /** The card it was done on; null when it was done without one. */
  public @Nullable Placement card() {
    return deed.card();
  }

  /** Whether the doer may work on this post; told so, when not. */
  public boolean allowed() {
    if (mayAnswer(work().book(), ticket, event().who())) return true;
    whisper("work", "refused.no-role");
    note("action.refused", event().action().getClass().getSimpleName() + ": no role");
    return false;
  }

  /** Anybody with a role may, and whoever has it: a chat house is full of people with neither. */
  public static boolean mayAnswer(RuleBook book, Ticket ticket, ChatUser who) {
    Colleague colleague = book.colleague(who.handle(), who.name());
    return !book.roles(who.handle()).isEmpty()
        || ticket.state().owner().filter(colleague::is).isPresent();
  }

  /** Applies the move and keeps the ticket; says why when it may not be. */
  public Optional<Ticket> move(Move move) {
    Ticket now = work().books().tickets().find(ticket.id()).orElseThrow();
    return switch (Moves.apply(now.state(), move)) {
      case Outcome.Moved moved -> Optional.of(work().save(now, moved.state(), null));
      case Outcome.Unchanged unchanged -> Optional.empty();
      case Outcome.Refused refused -> {
        String owner = refused.owner() == null ? "" : refused.owner().name();
        whisper("work", "refused." + refused.why(), owner);
        note("action.refused", move.getClass().getSimpleName() + ": " + refused.why());
        yield Optional.empty();
      }
    };
  }

  /** Says a feature's phrase to the doer only. */
  public void whisper(String feature, String phrase, Object... values) {
    deed.whisper(feature, phrase, values);
  }

  /** Keeps for the audit that the doer did it. */
  public void note(String what, String detail) {
    TicketId id = ticket.id();
    work().note(who().id(), what, id, detail);
  }

  /**
   * Whose rights the doer has: a lead may do for the owner what the owner may, and so may an admin.
   */
  public Colleague onBehalf() {
    boolean leads = leads(work().books(), work().book(), ticket.id(), event().who().handle());
    return leads ? ticket.state().owner().orElse(who()) : who();
  }

  /** Whether they lead whoever looks after the ticket. */
  public static boolean leads(Books books, RuleBook book, TicketId ticket, Handle who) {
    return book.roles(who).contains(Role.ADMIN)
        || books.careQueue().channelOf(ticket).stream()
            .flatMap(channel -> book.teamOf(channel).stream())
            .anyMatch(team -> team.leads().containsKey(who));
  }

  /** Keeps what the deed teaches about its post. */
  public Teaching teaching() {
    return Teaching.of(work(), ticket, event().id());
  }

  /** The doer's own running offer of this ticket; on a card, only that card's. */
  public Optional<Offer> ownRunningOffer() {
    Placement card = card();
    return work().books().offers().of(ticket.id()).stream()
        .filter(offer -> card == null || offer.id().equals(card.offer()))
        .filter(offer -> offer.end() == null)
        .filter(offer -> offer.expert().id().equals(who().id()))
        .findFirst();
  }

  /** Whoever is being asked need not answer any more. */
  public void endRunningOffers() {
    for (Offer offer : work().books().offers().of(ticket.id())) {
      if (offer.end() != null) continue;
      boolean own = offer.expert().equals(new ExpertId(who().id()));
      OfferEnd end = own ? OfferEnd.CLAIMED : OfferEnd.OVERTAKEN;
      work().books().offers().end(offer.id(), end, work().now());
    }
  }
}
