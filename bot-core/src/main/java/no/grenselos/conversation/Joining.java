package no.grenselos.conversation;

import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.reading.Intent;
import no.grenselos.route.Decision;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.CloseReason;
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
 * Somebody writes in a conversation that has a ticket: it goes on there, instead of beginning anew
 * with somebody else.
 *
 * <ul>
 *   <li>While it is in hand, whoever writes: all its cards show the post, and its owner is told.
 *       Somebody else's complaint joins only what stands in a queue of customer service.
 *   <li>The author after an answer, or after somebody found that none is needed: it is open again,
 *       its owner's while they are at work and everybody's otherwise. Thanks open nothing.
 *   <li>Somebody else after an answer: whoever answered is told while they are at work, and has it
 *       again when the rules want an answer to that post. While they are not, such a post goes the
 *       ordinary way, so that nobody waits for somebody who went home.
 *   <li>Anybody after another end, and somebody else after any end without an answer: the ordinary
 *       way.
 * </ul>
 */
final class Joining {
  private final Asking asking;

  Joining(Asking asking) {
    this.asking = asking;
  }

  /** What a post is to its ticket. */
  private enum Part {
    /** It is no part of it. */
    NONE,
    /** Its cards show it. */
    SHOWN,
    /** Whoever has it, or answered, is told too. */
    TOLD,
    /** It is open again. */
    BACK
  }

  /** Whether a ticket looks after the post. */
  boolean received(Work work, MentionLog.Logged post) {
    Optional<Kin> kin = Kin.find(work, post);
    Part part = kin.map(known -> part(work, known, post)).orElse(Part.NONE);
    if (kin.isEmpty() || part == Part.NONE) return false;
    Ticket ticket = kin.get().ticket();
    if (join(work, ticket, post)) {
      switch (part) {
        case NONE, SHOWN -> {}
        case TOLD -> owner(ticket.state()).ifPresent(who -> tell(work, kin.get(), who, post));
        case BACK -> comeBack(work, kin.get(), post);
      }
    }
    return true;
  }

  /** Shows the post in the ticket's cards. False when it joined before. */
  static boolean join(Work work, Ticket ticket, MentionLog.Logged post) {
    boolean fresh = work.books().care().follow(ticket.id(), post.mention().id(), work.now());
    if (fresh)
      work.note(Work.GRENSELOS, "ticket.followed", ticket.id(), post.mention().id().toString());
    work.refresh(ticket.id());
    return fresh;
  }

  private static Part part(Work work, Kin kin, MentionLog.Logged post) {
    boolean praise = post.reading().intent() == Intent.PRAISE;
    Ticket ticket = kin.ticket();
    boolean ours = kin.author() || Kin.covers(work, ticket, post.decision());
    return switch (ticket.state()) {
      case TicketState.Answered answered when praise || !ours -> Part.NONE;
      case TicketState.Answered answered when kin.author() -> Part.BACK;
      case TicketState.Answered answered ->
          afterAnswer(work, ticket, answered.by(), post.decision() instanceof Decision.Drop);
      case TicketState.Closed closed -> {
        boolean again = closed.reason() == CloseReason.NOT_WORTH_ANSWERING;
        yield kin.author() && again && !praise ? Part.BACK : Part.NONE;
      }
      case TicketState.Open open -> inHand(ours, praise);
      case TicketState.Offered offered -> inHand(ours, praise);
      case TicketState.Claimed claimed -> inHand(ours, praise);
      case TicketState.Proposed proposed -> inHand(ours, praise);
      case TicketState.Drafted drafted -> inHand(ours, praise);
    };
  }

  private static Part inHand(boolean ours, boolean praise) {
    if (!ours) return Part.NONE;
    return praise ? Part.SHOWN : Part.TOLD;
  }

  private static Part afterAnswer(Work work, Ticket ticket, Colleague by, boolean nobodys) {
    boolean present = present(work, ticket, by);
    if (nobodys) return present ? Part.TOLD : Part.SHOWN;
    return present ? Part.BACK : Part.NONE;
  }

  private static Optional<Colleague> owner(TicketState state) {
    return state instanceof TicketState.Answered answered
        ? Optional.of(answered.by())
        : state.owner();
  }

  private static void tell(Work work, Kin kin, Colleague owner, MentionLog.Logged post) {
    if (kin.author()) Telling.again(work, kin.ticket(), owner, post.mention());
    else Telling.others(work, kin.ticket(), owner, post.mention());
  }

  private void comeBack(Work work, Kin kin, MentionLog.Logged post) {
    Ticket ticket = kin.ticket();
    Colleague last = last(ticket.state());
    Colleague present = last != null && present(work, ticket, last) ? last : null;
    Move back = new Move.ComeBack(present, work.now());
    if (!(Moves.apply(ticket.state(), back) instanceof Outcome.Moved moved)) return;
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
    else if (kin.author()) Telling.again(work, ticket, present, post.mention());
    else Telling.yours(work, ticket, present, post.mention());
  }

  private static @Nullable Colleague last(TicketState state) {
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
