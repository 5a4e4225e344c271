package no.grenselos.conversation;

import java.util.List;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.route.Decision;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Work;

/**
 * A post that comes in after what was said to it. Where one of those has a ticket that looks after
 * the same matter, the post joins it, instead of being asked about beside it; where none has, they
 * join the post's ticket when it is opened.
 */
final class Lateness {
  /** The post may be answering one that is still to come. */
  void note(Work work, Mention post) {
    for (MentionId parent : post.speaksTo()) {
      if (work.books().mentions().find(parent).isEmpty()) {
        work.books().earlyPosts().keep(post.id(), parent, work.now());
      }
    }
  }

  /** Whether a ticket of what was said to the post before it came looks after it. */
  boolean received(Work work, MentionLog.Logged post) {
    if (post.decision() instanceof Decision.Drop) return false;
    Optional<Ticket> there =
        early(work, post.mention().id()).stream()
            .flatMap(one -> Kin.of(work, one).stream())
            .map(ticket -> Kin.goesOn(work, ticket))
            .filter(ticket -> looksAfter(work, ticket, post))
            .findFirst();
    there.ifPresent(ticket -> {
      if (!Joining.join(work, ticket, post)) return;
      ticket
          .state()
          .owner()
          .ifPresent(owner -> Telling.others(work, ticket, owner, post.mention()));
    });
    return there.isPresent();
  }

  /** Somebody else's is looked after while it is in hand; one's own also when it is answered. */
  private static boolean looksAfter(Work work, Ticket ticket, MentionLog.Logged post) {
    boolean going =
        !ticket.state().over()
            || (ticket.state() instanceof TicketState.Answered
                && Kin.wrote(work, ticket, post.mention()));
    return going && Kin.covers(work, ticket, post.decision());
  }

  /** What nobody looks after yet of what was said to the ticket's post joins it. */
  void opened(Work work, Ticket ticket) {
    for (MentionId one : early(work, ticket.mention())) {
      boolean free =
          work.books().tickets().of(one).isEmpty() && work.books().care().followed(one).isEmpty();
      work.books()
          .mentions()
          .find(one)
          .filter(post -> free && Conversations.concernsUs(post))
          .ifPresent(post -> Joining.join(work, ticket, post));
    }
  }

  private static List<MentionId> early(Work work, MentionId post) {
    return work.books().earlyPosts().before(post);
  }
}
