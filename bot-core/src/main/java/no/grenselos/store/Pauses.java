package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Lane;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** Times in which nobody is to be asked, and the tickets that wait for their end. */
public interface Pauses {
  /** Begins a pause; the running one of the same topic, if any, ends at that moment. */
  Pause begin(Draft draft);

  Optional<Pause> find(long pause);

  /** Those not ended, oldest first. */
  List<Pause> running();

  /** Ends it. False when it had ended. */
  boolean end(long pause, Instant at);

  /**
   * Keeps a ticket back, in one of its lanes.
   *
   * @return false when this pause keeps it back already
   */
  boolean hold(long pause, TicketId ticket, Lane lane, Instant at);

  /** Those kept back and not let go yet, first held first. */
  List<Held> held(long pause, int most);

  /** The ticket need not wait for the pause any more. */
  void letGo(Held held, Fate fate);

  /** How many tickets met this fate; all that were ever held when it is null. */
  int count(long pause, @Nullable Fate fate);

  /** Tickets that met this fate, first held first. */
  List<TicketId> tickets(long pause, Fate fate, int most);

  /** What became of a held ticket. */
  enum Fate {
    /** It goes on. */
    GOES_ON,
    /** It waited too long to be asked about. */
    TOO_OLD,
    /** Somebody looked after it meanwhile. */
    DONE
  }

  /**
   * A pause about to begin.
   *
   * @param topic null for all
   * @param careToo whether also customer service's queues rest
   * @param reason for colleagues; may be empty
   */
  record Draft(
      @Nullable TopicId topic,
      boolean careToo,
      Colleague by,
      String reason,
      Instant from,
      Instant until) {}

  /**
   * @param endedAt null until it was ended; it holds nothing back after {@code until} all the same
   */
  record Pause(long number, Draft draft, @Nullable Instant endedAt) {
    /** Whether it keeps back what is about this topic, if any. */
    public boolean covers(@Nullable TopicId topic, Instant now) {
      TopicId only = draft.topic();
      return endedAt == null && now.isBefore(draft.until()) && (only == null || only.equals(topic));
    }
  }

  record Held(long pause, TicketId ticket, Lane lane) {}
}
