package no.grenselos.work;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.grenselos.lesson.Lesson;
import no.grenselos.memory.Borrowed;
import no.grenselos.memory.Kept;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Books;
import no.grenselos.store.Erasures.Changed;
import no.grenselos.store.Erasures.Writing;
import no.grenselos.store.Lessons;
import no.grenselos.store.Memory;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;

/**
 * Takes a post out of everything that is kept, for whatever cause: its words and author, what
 * people inside quoted of it, what was learned from it on every node, what waits to be said about
 * it. What people inside said in their own words stays theirs, without the quotation. Its cards are
 * shown anew without it. Part of the transaction of its {@link Work}.
 */
public final class Erasure {
  /** So many kept texts are looked at for each post; those that quote it have most of its words. */
  private static final int ALIKE = 50;

  private final Work work;
  private final Books books;
  private final Cause cause;

  /** Why a post is erased. */
  public enum Cause {
    /** Its author or the network took it away. */
    DELETED_OUTSIDE("the post is gone outside"),
    /** Its author asked us to. */
    ASKED("its author asked for it"),
    /** It was kept as long as the house keeps such posts. */
    TIME_OVER("its time was over");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  /**
   * A post that was erased.
   *
   * @param post what is left of it
   * @param tickets whatever was about it
   * @param changed which texts about no ticket it was quoted in
   */
  public record Gone(Logged post, Set<TicketId> tickets, Changed changed) {
    public Gone {
      tickets = Set.copyOf(tickets);
    }
  }

  private Erasure(Work work, Cause cause) {
    this.work = work;
    this.books = work.books();
    this.cause = cause;
  }

  /** Erases the post; also one that was never seen, whose deletion came first. */
  public static void of(Work work, MentionId post, Cause cause) {
    new Erasure(work, cause).erase(post);
  }

  private void erase(MentionId post) {
    books.mentionInbox().forget(post.toString());
    List<Mention> revisions =
        books.mentions().revisions(post).stream()
            .filter(known -> !known.erased())
            .map(Logged::mention)
            .toList();
    Set<TicketId> tickets = tickets(post);
    Changed changed = revisions.isEmpty() ? Changed.NOTHING : takeOut(post, revisions, tickets);
    books.mentions().erase(post, work.now());
    work.teach(log -> unlearn(log, post, !revisions.isEmpty()));
    books.tickets().of(post).ifPresent(this::close);
    tickets.forEach(work::refresh);
    if (revisions.isEmpty()) return;
    work.erased(new Gone(books.mentions().find(post).orElseThrow(), tickets, changed));
  }

  /** Whatever was about the post: its own, those it joined, and the one that goes on for it. */
  private Set<TicketId> tickets(MentionId post) {
    Set<TicketId> tickets = new LinkedHashSet<>();
    books.tickets().of(post).map(Ticket::id).ifPresent(tickets::add);
    books.care().followed(post).ifPresent(tickets::add);
    List.copyOf(tickets).forEach(ticket -> books.care().mergedInto(ticket).ifPresent(tickets::add));
    return tickets;
  }

  private Changed takeOut(MentionId post, List<Mention> revisions, Set<TicketId> tickets) {
    Borrowed borrowed = Borrowed.from(revisions);
    for (TicketId ticket : tickets) {
      books.drafts().forget(ticket);
      changeWritings(ticket, borrowed);
    }
    fromMemory(post, revisions, borrowed);
    // what waits is worked on in a moment, by somebody's press: only what was set aside stays
    books.chatInbox().forgetParked(event -> borrowed.quotedIn(event.action().toString()));
    books.outbox().forget(errand -> says(errand.toString(), borrowed, revisions));
    // whoever made an example of a post had it before them: it was somebody's work
    return tickets.isEmpty() ? Changed.NOTHING : fromExamples(borrowed);
  }

  private static boolean says(String errand, Borrowed borrowed, List<Mention> revisions) {
    return borrowed.quotedIn(errand)
        || revisions.stream().anyMatch(one -> errand.contains(one.link().toString()));
  }

  /** Notes are about people outside: they go altogether, unless only the post itself is gone. */
  private void changeWritings(TicketId ticket, Borrowed borrowed) {
    UnaryOperator<String> cut = borrowed::cutFrom;
    if (cause == Cause.DELETED_OUTSIDE) {
      books.erasures().change(ticket, EnumSet.allOf(Writing.class), cut);
    } else {
      books.erasures().change(ticket, EnumSet.of(Writing.NOTE), note -> Borrowed.GAP);
      books.erasures().change(ticket, EnumSet.complementOf(EnumSet.of(Writing.NOTE)), cut);
    }
  }

  /** Those that answered it, and those that quote it though they answered another. */
  private void fromMemory(MentionId post, List<Mention> revisions, Borrowed borrowed) {
    for (Kept kept : books.memory().answersTo(post)) reword(kept, borrowed.cutFrom(kept.text()));
    String text = revisions.getFirst().text();
    for (Kept kept : books.memory().search(Memory.Search.words(text), ALIKE))
      reword(kept, borrowed.withoutQuotes(kept.text()));
  }

  private void reword(Kept kept, String left) {
    if (left.equals(kept.text())) return;
    boolean nothing = left.replace(Borrowed.GAP, "").chars().noneMatch(Character::isLetter);
    boolean unused =
        nothing ? books.memory().forget(kept.id()) : books.memory().reword(kept.id(), left);
  }

  private Changed fromExamples(Borrowed borrowed) {
    List<String> marks = borrowed.marks();
    if (marks.isEmpty()) return Changed.NOTHING;
    Changed changed = books.erasures().changeElsewhere(marks, borrowed::withoutQuotes);
    if (changed.examples()) renew();
    return changed;
  }

  /** Nodes take up what is new: they let go of the examples with it. */
  private void renew() {
    boolean unused =
        books
            .ruleBooks()
            .latest()
            .map(latest -> latest.next(work.now(), Work.GRENSELOS, "a post was erased"))
            .filter(books.ruleBooks()::add)
            .isPresent();
  }

  /** Nodes unlearn by the log: also that they read the post of late. */
  private boolean unlearn(Lessons log, MentionId post, boolean fresh) {
    boolean taught = log.forget(post, Work.GRENSELOS, work.now());
    if (taught || !fresh || cause == Cause.TIME_OVER) return taught;
    return log.add(Lesson.forgotten(post, Work.GRENSELOS, work.now()));
  }

  private void close(Ticket ticket) {
    Move close = new Move.Close(CloseReason.DELETED_OUTSIDE, null, work.now());
    if (!(Moves.apply(ticket.state(), close) instanceof Outcome.Moved moved)) return;
    if (ticket.state() instanceof TicketState.Offered offered) {
      books.offers().end(offered.offer(), OfferEnd.OVERTAKEN, work.now());
    }
    work.save(ticket, moved.state(), null);
    work.note(Work.GRENSELOS, "ticket.closed", ticket.id(), cause.words);
  }
}
