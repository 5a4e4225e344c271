package no.grenselos.care;

import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.mention.Mention;
import no.grenselos.reading.Intent;
import no.grenselos.route.Decision;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Asking;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * The author writes again in a conversation that has a ticket: it goes on there, instead of
 * beginning anew with somebody else. What was answered or closed is open again; it is its owner's
 * while they are at work, and everybody's otherwise. Thanks open nothing.
 */
final class Returning {
  private final Asking asking;

  Returning(Asking asking) {
    this.asking = asking;
  }

  /** Whether a ticket looks after the post. */
  boolean received(Work work, MentionLog.Logged post) {
    if (!concernsUs(post)) return false;
    Optional<Ticket> ticket = ticketOf(work, post.mention());
    if (ticket.isEmpty()) return false;
    boolean fresh = work.books().care().follow(ticket.get().id(), post.mention().id(), work.now());
    if (fresh) follow(work, ticket.get(), post.mention());
    work.refresh(ticket.get().id());
    return true;
  }

  /** A rule may drop it or mute it; and neither thanks nor spam wait for an answer. */
  private static boolean concernsUs(MentionLog.Logged post) {
    Intent intent = post.reading().intent();
    boolean dropped = post.decision() instanceof Decision.Drop drop && !drop.nobodys();
    return !dropped && intent != Intent.PRAISE && intent != Intent.SPAM;
  }

  private static Optional<Ticket> ticketOf(Work work, Mention post) {
    return Courtesy.customer(post)
        .flatMap(customer ->
            work.books().careQueue().inConversation(customer, Courtesy.conversation(post)))
        .map(ticket ->
            work.books()
                .care()
                .mergedInto(ticket.id())
                .flatMap(work.books().tickets()::find)
                .orElse(ticket))
        .filter(ticket -> !ticket.mention().equals(post.id()));
  }

  private void follow(Work work, Ticket ticket, Mention post) {
    work.note(Work.GRENSELOS, "ticket.followed", ticket.id(), post.id().toString());
    Colleague owner = lastOwner(ticket.state());
    Colleague present = owner != null && present(work, ticket, owner) ? owner : null;
    Move back = new Move.ComeBack(present, work.now());
    if (Moves.apply(ticket.state(), back) instanceof Outcome.Moved moved) {
      Ticket again =
          work.save(
              ticket.promised(
                  Courtesy.promised(work, ticket.terms(), Courtesy.teamFor(work, ticket))),
              moved.state(),
              null);
      work.note(
          Work.GRENSELOS,
          "ticket.returned",
          ticket.id(),
          present == null ? "to whoever takes it" : "to " + present.id());
      if (present == null) asking.next(work, again);
    }
    Colleague told = present != null ? present : ticket.state().owner().orElse(null);
    if (told != null) tell(work, ticket, told, post);
  }

  private static void tell(Work work, Ticket ticket, Colleague owner, Mention post) {
    Voice.to(work, owner)
        .ifPresent(voice ->
            voice.whisper(
                "returned:" + post.id(), voice.say("returned.yours", voice.post(ticket))));
  }

  private static @Nullable Colleague lastOwner(TicketState state) {
    return switch (state) {
      case TicketState.Answered answered -> answered.by();
      case TicketState.Closed closed -> closed.by();
      case TicketState.Open open -> null;
      case TicketState.Offered offered -> null;
      case TicketState.Claimed claimed -> null;
      case TicketState.Proposed proposed -> null;
      case TicketState.Drafted drafted -> null;
    };
  }

  /**
   * Not away, and within their hours: an expert's own, else those of the team they are still in.
   */
  private static boolean present(Work work, Ticket ticket, Colleague owner) {
    Optional<Expert> expert = work.book().expert(owner);
    if (expert.isPresent()) return expert.get().present(work.now());
    Optional<Handle> handle = work.book().handleOf(owner);
    return Courtesy.teamFor(work, ticket)
        .filter(team -> handle.filter(team::has).isPresent())
        .filter(team -> team.hours().at(work.now()))
        .isPresent();
  }
}
