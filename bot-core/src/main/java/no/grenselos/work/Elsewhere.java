package no.grenselos.work;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;

/** Where a running offer goes on when whoever is asked cannot be reached in one of their houses. */
public final class Elsewhere {
  private Elsewhere() {}

  /** The house may have let us know while we tried: then the offer stands elsewhere already. */
  static boolean wentOn(Work work, Placement card) {
    return work.books().placements().of(card.ticket().orElseThrow()).stream()
        .filter(other -> Objects.equals(other.offer(), card.offer()))
        .anyMatch(other -> other.id().number() > card.id().number());
  }

  /**
   * Whoever is asked left a house: a running offer goes on in another of theirs, where it may stand
   * already.
   *
   * @return false when there is none, or the offer does not run
   */
  public static boolean goesOn(Work work, Ticket ticket, OfferId offer) {
    Set<Handle> gone = Shut.gone(work.books());
    return tried(work, ticket, offer).stream().anyMatch(handle -> !gone.contains(handle))
        || show(work, ticket, offer);
  }

  /** Shows a running offer in a house where it has not been; false when there is none. */
  static boolean show(Work work, Ticket ticket, OfferId offer) {
    if (!(ticket.state() instanceof TicketState.Offered offered) || !offered.offer().equals(offer))
      return false;
    Set<Handle> closed = new HashSet<>(Shut.gone(work.books()));
    closed.addAll(tried(work, ticket, offer));
    Expert expert = work.book().expert(offered.to()).orElse(null);
    Handle other = expert == null ? null : Shut.reachable(closed, expert).orElse(null);
    if (expert == null || other == null) return false;
    Place place = new Place.Direct(other);
    work.place(ticket, place, Placement.Role.NUDGE, offer, expert.speaks());
    work.note(Work.GRENSELOS, "nudge.elsewhere", ticket.id(), "to " + other);
    return true;
  }

  /** Where the offer has a card. */
  private static Set<Handle> tried(Work work, Ticket ticket, OfferId offer) {
    return work.books().placements().of(ticket.id()).stream()
        .filter(card -> offer.equals(card.offer()))
        .flatMap(card ->
            card.place() instanceof Place.Direct direct
                ? Stream.of(direct.to())
                : Stream.<Handle>empty())
        .collect(Collectors.toSet());
  }
}
