package no.grenselos.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Load;
import no.grenselos.expert.Workload;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.TicketId;

/** Who was asked what, and how it ended. */
public interface Offers {
  /**
   * Makes an offer.
   *
   * @param nth the expert's how-manieth of that day
   * @return empty when the ticket has a running offer, or the expert's nth of that day is taken
   */
  Optional<Offer> make(
      TicketId ticket, ExpertId expert, Instant at, Instant until, LocalDate day, int nth);

  /**
   * Ends a running offer. False when it had ended. One that ends as {@link OfferEnd#AWAY} gives its
   * number of the day back.
   */
  boolean end(OfferId id, OfferEnd end, Instant at);

  Optional<Offer> find(OfferId id);

  /** All of the ticket's, oldest first. */
  List<Offer> of(TicketId ticket);

  /** The expert's running ones, oldest first. */
  List<Offer> running(ExpertId expert);

  /**
   * What the expert was asked that day, and on it and the six days before: offers without those
   * never seen, and facts of {@link Facts}.
   */
  default Load load(ExpertId expert, LocalDate day) {
    return loads(Map.of(expert, day)).getOrDefault(expert, Load.NONE);
  }

  /** The same of each of them on the day given, in one look. */
  Map<ExpertId, Load> loads(Map<ExpertId, LocalDate> days);

  /** What became of what the expert was asked on those days, both included; as for the load. */
  Workload workload(ExpertId expert, LocalDate from, LocalDate to);
}
