package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as customer service sees them: by channel, and by who wrote the post. A ticket opened for
 * care stands in its terms' channel; others stand in no queue until they are put there. In hand are
 * those that are open, offered, claimed or drafted.
 */
public interface CareQueue {
  /** Puts the ticket in a channel's queue, and out of the one where it was. */
  void put(TicketId ticket, String channel);

  /** The channel in whose queue it is. */
  Optional<String> channelOf(TicketId ticket);

  /** Those in hand: promised first ends first, then those without promise, oldest first. */
  List<Ticket> list(String channel, Filter filter, int most);

  Counts counts(String channel, Instant now);

  /** How many of the channel's tickets each colleague has, by the colleague's id. */
  SortedMap<String, Integer> inHand(String channel);

  /** Notes who wrote the ticket's post, and where; erasing the post takes the customer away. */
  void about(TicketId ticket, String customer, String conversation);

  /** Tickets of the customer opened since then, newest first. */
  List<Ticket> ofCustomer(String customer, Instant since, int most);

  /** The customer's newest ticket in that conversation. */
  Optional<Ticket> inConversation(String customer, String conversation);

  /** Which of them. */
  sealed interface Filter {
    record All() implements Filter {}

    /** Nobody has it. */
    record Free() implements Filter {}

    /**
     * One colleague has it.
     *
     * @param who the colleague's id
     */
    record Of(String who) implements Filter {}

    /** The promised time ended before then. */
    record Late(Instant now) implements Filter {}
  }

  /**
   * A queue in figures.
   *
   * @param late of both, those whose promised time is over
   * @param oldestFree when the oldest one that nobody has was opened; null when there is none
   */
  record Counts(int free, int taken, int late, @Nullable Instant oldestFree) {}
}
