package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.memory.KeptId;
import no.grenselos.ticket.TicketId;

/** What the assistant drafted for people, until they use it or ask again. */
public interface Drafts {
  /** Keeps the draft in the place of an earlier one for the same person and ticket. */
  void put(Draft draft);

  /**
   * @param who as {@link no.grenselos.expert.Colleague#id}
   */
  Optional<Draft> of(TicketId ticket, String who);

  /** Takes everybody's for the ticket away, as they may hold the post's words. */
  void forget(TicketId ticket);

  /**
   * A draft by a machine: never anybody's words before they made them theirs.
   *
   * @param sources the kept texts it was made from
   */
  record Draft(TicketId ticket, String who, String text, List<KeptId> sources, Instant at) {
    public Draft {
      sources = List.copyOf(sources);
    }
  }
}
