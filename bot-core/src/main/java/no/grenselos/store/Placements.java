package no.grenselos.store;

import java.util.List;
import java.util.Optional;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.ticket.TicketId;

/** Which card stands where. */
public interface Placements {
  Placement make(Placement.Draft draft);

  Optional<Placement> find(PlacementId id);

  Optional<Placement> at(MessageRef ref);

  /** All of the ticket's, oldest first. */
  List<Placement> of(TicketId ticket);

  /** Notes where the house put it. */
  void placed(PlacementId id, MessageRef ref);

  /** The message is gone: nothing more is shown there, and the placement is found no more. */
  void lost(PlacementId id);
}
