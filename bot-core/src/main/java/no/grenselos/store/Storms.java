package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Which matter each ticket's post is about, and the incidents that many posts on one matter became.
 * A matter is named by whoever looks for storms; at most 200 characters.
 */
public interface Storms {
  /** Notes that a ticket's post is about this matter; nothing when it was noted before. */
  void saw(TicketId ticket, String matter, Instant at);

  /** Those of the matter in no incident, seen after the first moment and until the second. */
  List<TicketId> loose(String matter, Instant after, Instant until, int most);

  /** How many {@link #loose} would give without a limit. */
  int countLoose(String matter, Instant after, Instant until);

  /** When the first of the matter was seen. */
  Optional<Instant> first(String matter);

  /** Opens an incident. Empty when one of the matter is running. */
  Optional<Incident> open(String matter, String channel, Instant at);

  Optional<Incident> find(long incident);

  /** The running incident of the matter. */
  Optional<Incident> running(String matter);

  /** All that are running, oldest first. */
  List<Incident> running();

  /** Makes the ticket part of the incident. False when it is part of one, or was never seen. */
  boolean join(long incident, TicketId ticket);

  /** The incident that the ticket is part of. */
  Optional<Membership> of(TicketId ticket);

  /** The ticket goes the ordinary way, though it stays part of its incident. False when it did. */
  boolean release(TicketId ticket);

  /** Notes where the ticket stands; nothing when it was never seen. */
  void stands(TicketId ticket, Standing standing);

  /** The incident's tickets that stand so, latest seen first; of any standing when it is null. */
  List<TicketId> tickets(long incident, @Nullable Standing standing, int most);

  /** How many of the incident's tickets stand so; all when it is null. */
  int count(long incident, @Nullable Standing standing);

  /** How many of the incident's posts were seen after the first moment and until the second. */
  int count(long incident, Instant after, Instant until);

  /** Keeps the line that all answers begin with; empty for none. */
  void share(long incident, String line, Colleague by);

  /**
   * Ends the incident.
   *
   * @param by null when it died down by itself
   * @return false when it had ended
   */
  boolean end(long incident, @Nullable Colleague by, Instant at);

  /** Where a ticket stands, as far as an incident is concerned. */
  enum Standing {
    /** Nobody has it. */
    WAITING,
    /** Somebody has it and writes. */
    TAKEN,
    ANSWERED,
    /** Ended without an answer. */
    CLOSED
  }

  /**
   * Many posts on one matter.
   *
   * @param channel where its card stands
   * @param line what all answers begin with; empty for none
   * @param lineBy who wrote the line last; null while nobody did
   * @param endedAt null while it runs
   * @param endedBy null while it runs, and when it died down by itself
   */
  record Incident(
      long number,
      String matter,
      String channel,
      Instant openedAt,
      String line,
      @Nullable Colleague lineBy,
      @Nullable Instant endedAt,
      @Nullable Colleague endedBy) {}

  /**
   * @param released whether the ticket goes the ordinary way all the same
   */
  record Membership(long incident, boolean released) {}
}
