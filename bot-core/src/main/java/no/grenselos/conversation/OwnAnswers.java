package no.grenselos.conversation;

import no.grenselos.mention.Mention;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Work;

/**
 * Our own answers when a feed brings them back: known by their id where we published them, and by
 * their address where a colleague said where theirs is, whatever account it came from.
 */
final class OwnAnswers {
  private OwnAnswers() {}

  /** Whether the post is one; nobody is asked about it, and replies to it find their ticket. */
  static boolean received(Work work, Mention post) {
    if (work.books().thanks().ofPost(post.id()).isPresent()) return seen(work, post);
    for (var parent : post.speaksTo()) {
      Ticket ticket = Kin.of(work, parent).orElse(null);
      if (ticket == null || !isAnswer(ticket, post)) continue;
      work.books().thanks().posted(ticket.id(), post.id());
      return seen(work, post);
    }
    return false;
  }

  private static boolean isAnswer(Ticket ticket, Mention post) {
    return ticket.state() instanceof TicketState.Answered answered
        && post.link().equals(answered.link());
  }

  private static boolean seen(Work work, Mention post) {
    work.tell("answer.seen", null, post.id().toString());
    return true;
  }
}
