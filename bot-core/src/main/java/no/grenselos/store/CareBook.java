package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.TicketId;

/** What customer service keeps about tickets besides their state; none of it leaves the house. */
public interface CareBook {
  /** Adds a note. */
  Note note(TicketId ticket, Colleague by, String text, Instant at);

  /** All of the ticket's, oldest first. */
  List<Note> notes(TicketId ticket);

  /**
   * Joins a ticket to another that goes on for both; what was joined to it before goes along.
   *
   * @return false when they are one ticket, or either was joined to another already
   */
  boolean merge(TicketId ticket, TicketId into, Instant at);

  /** The ticket that goes on for this one; empty when it goes on itself. */
  Optional<TicketId> mergedInto(TicketId ticket);

  /** Those that were joined to this one, lowest number first. */
  List<TicketId> mergedFrom(TicketId into);

  /**
   * Keeps that the post joined the ticket: somebody wrote on there. False when it had joined one.
   */
  boolean follow(TicketId ticket, MentionId post, Instant at);

  /** The posts that joined it, whoever wrote them, in the order they did. */
  List<MentionId> followUps(TicketId ticket);

  /** The ticket that the post joined. */
  Optional<TicketId> followed(MentionId post);

  /**
   * Notes that something was said about the ticket, so that it is said once over all nodes.
   *
   * @param what with the promise it belongs to, as a ticket may be promised more than once
   * @return false when it was said before: say nothing
   */
  boolean say(TicketId ticket, String what, Instant at);

  /** All that was said about it. */
  Set<String> said(TicketId ticket);

  /** Something to know about a ticket, for colleagues only. */
  record Note(long number, TicketId ticket, Colleague by, String text, Instant at) {}
}
