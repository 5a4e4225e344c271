package no.grenselos.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Knowledge;
import no.grenselos.mention.MentionId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Errand;
import no.grenselos.store.Lessons;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/** One transaction of a flow: the books, the moment, and what there is to tell when it is kept. */
final class Work {
  /** The author of what no person did. */
  static final String GRENSELOS = "grenselos";

  private final Books books;
  private final Rules rules;
  private final Instant now;
  private final List<AuditLog.Entry> notes = new ArrayList<>();
  private final List<Predicate<Lessons>> lessons = new ArrayList<>();
  private boolean putErrands;
  private boolean taught;

  Work(Books books, Rules rules, Instant now) {
    this.books = books;
    this.rules = rules;
    this.now = now;
  }

  Books books() {
    return books;
  }

  RuleBook book() {
    return rules.book();
  }

  Knowledge knowledge() {
    return rules.knowledge();
  }

  Instant now() {
    return now;
  }

  List<AuditLog.Entry> notes() {
    return notes;
  }

  boolean putErrands() {
    return putErrands;
  }

  boolean taught() {
    return taught;
  }

  /**
   * Changes the log of lessons when all other work of the transaction is done, as {@link Lessons}
   * asks.
   *
   * @param lesson says whether it changed anything
   */
  void teach(Predicate<Lessons> lesson) {
    lessons.add(lesson);
  }

  /** The transaction's last step. */
  void keepLessons() {
    for (Predicate<Lessons> lesson : lessons) taught |= lesson.test(books.lessons());
  }

  /** Takes the mention's words away, and what was learned from them. */
  void erase(MentionId mention) {
    books.mentions().erase(mention, now);
    teach(log -> log.forget(mention, GRENSELOS, now));
  }

  /** Keeps for the audit, and tells the journal. */
  void note(String who, String what, TicketId ticket, String detail) {
    AuditLog.Entry entry = new AuditLog.Entry(now, who, what, ticket, detail);
    books.audit().add(entry);
    notes.add(entry);
  }

  /** Tells the journal only: for what is frequent and kept elsewhere. */
  void tell(String what, @Nullable TicketId ticket, String detail) {
    notes.add(new AuditLog.Entry(now, GRENSELOS, what, ticket, detail));
  }

  /** Keeps a changed ticket; the caller's whole transaction fails when somebody was faster. */
  Ticket save(Ticket ticket, TicketState state, @Nullable Instant wakeAt) {
    Ticket changed = ticket.with(state, wakeAt);
    if (!books.tickets().save(changed)) throw new Overtaken();
    return books.tickets().find(ticket.id()).orElseThrow();
  }

  /** Shows a new card of the ticket there. */
  void place(
      Ticket ticket, Place place, Placement.Role role, @Nullable OfferId offer, Locale locale) {
    show(
        books.placements().make(new Placement.Draft(ticket.id(), place, role, offer, locale, now)));
  }

  /** Makes all cards of the ticket show what it is now. */
  void refresh(TicketId ticket) {
    books.placements().of(ticket).forEach(this::show);
  }

  void show(Placement placement) {
    put(new Errand.Show(placement.id()), group(placement.place()));
  }

  /** Says something to one person only, beside the card; nothing when the card is not out yet. */
  void whisper(String cause, ChatUser to, Placement beside, String text) {
    if (beside.message() == null || !to.handle().house().equals(beside.place().house())) return;
    put(new Errand.Whisper(cause, to, beside.message(), text), group(beside.place()));
  }

  void put(Errand errand, String group) {
    books.outbox().put(errand, group, now);
    putErrands = true;
  }

  Locale localeOf(Place place) {
    return switch (place) {
      case Place.Direct direct ->
          book().expert(direct.to()).map(Expert::speaks).orElse(book().house().language());
      case Place.Channel channel -> book().house().language();
    };
  }

  private static String group(Place place) {
    return switch (place) {
      case Place.Direct direct -> direct.to().toString();
      case Place.Channel channel -> channel.house() + ":" + channel.name();
    };
  }

  /** Somebody changed the same ticket meanwhile; do the whole transaction again. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
      super("somebody changed the ticket meanwhile", null, false, false);
    }
  }
}
