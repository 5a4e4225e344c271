package no.grenselos.conversation;

import java.util.Optional;
import no.grenselos.route.Decision;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Work;

/**
 * Somebody spreads another one's words: that is reach of the post that has a ticket, as a reshare
 * is, and no new question. Known are the copies of the last two days on this node, of twelve words
 * and more; a shorter text, or one with more than a few words besides, is its author's own. What
 * the rules send to customer service is shown in the card as well, so that nobody who complains
 * goes unseen.
 */
final class Copies {
  private Copies() {}

  static boolean received(Work work, MentionLog.Logged post) {
    Optional<Ticket> original =
        Kin.original(work, post)
            .filter(ticket -> !Kin.wrote(work, ticket, post.mention()))
            .map(ticket -> Kin.goesOn(work, ticket))
            .filter(ticket -> speaksFor(ticket) && Kin.covers(work, ticket, post.decision()));
    original.ifPresent(ticket -> count(work, ticket, post));
    return original.isPresent();
  }

  /** Whether what was done about the ticket goes for its copies too. */
  private static boolean speaksFor(Ticket ticket) {
    return !(ticket.state() instanceof TicketState.Closed closed)
        || closed.reason() == CloseReason.NOT_WORTH_ANSWERING;
  }

  private static void count(Work work, Ticket ticket, MentionLog.Logged post) {
    var copy = post.mention().id();
    if (!work.books().mentions().addReshare(ticket.mention(), copy, work.now())) return;
    work.tell("mention.copied", ticket.id(), copy + " of " + ticket.mention());
    boolean care =
        post.decision() instanceof Decision.Queue || post.decision() instanceof Decision.Both;
    boolean unused = care && Joining.join(work, ticket, post);
    work.refresh(ticket.id());
  }
}
