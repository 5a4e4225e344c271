package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Subject;
import no.grenselos.ticket.TicketId;

/** Which card stands where. */
public interface Placements {
  /** Makes one more card. */
  Placement make(Placement.Draft draft);

  /** Makes the card unless one about this stands there already; gives the one that stands. */
  Placement makeOnce(Placement.Draft draft);

  Optional<Placement> find(PlacementId id);

  Optional<Placement> at(MessageRef ref);

  /** All about this, oldest first. */
  List<Placement> of(Subject subject);

  /**
   * All whose message stands in that channel, oldest first.
   *
   * @param channel the house's own id of it
   */
  List<Placement> standing(String house, String channel);

  /** All of the ticket's, oldest first. */
  default List<Placement> of(TicketId ticket) {
    return of(new Subject.OfTicket(ticket));
  }

  /** The newest ones in that place, newest first. */
  List<Placement> in(Place place, int most);

  /**
   * The newest ones about things of that kind that were made then or later, newest first.
   *
   * @param kind as in {@link Subject.Thing}
   */
  List<Placement> ofKind(String kind, Instant since, int most);

  /** Notes where the house put it. */
  void placed(PlacementId id, MessageRef ref);

  /** The message is gone: nothing more is shown there, and the placement is found no more. */
  void lost(PlacementId id);
}
