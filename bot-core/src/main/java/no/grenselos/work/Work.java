package no.grenselos.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Knowledge;
import no.grenselos.expert.Profile;
import no.grenselos.route.Lane;
import no.grenselos.route.RuleBook;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Erasures.Leftover;
import no.grenselos.store.Errand;
import no.grenselos.store.Lessons;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/** One transaction of a flow: the books, the moment, and what there is to tell when it is kept. */
public final class Work {
  /** The author of what no person did. */
  public static final String GRENSELOS = "grenselos";

  private final Books books;
  private final Rules rules;
  private final People people;
  private final Features features;
  private final String channelHouse;
  private final Instant now;
  private final List<AuditLog.Entry> notes = new ArrayList<>();
  private final List<Predicate<Lessons>> lessons = new ArrayList<>();
  private People.@Nullable Present present;
  private boolean putErrands;
  private boolean taught;

  Work(
      Books books,
      Rules rules,
      People people,
      Features features,
      String channelHouse,
      Instant now) {
    this.books = books;
    this.rules = rules;
    this.people = people;
    this.features = features;
    this.channelHouse = channelHouse;
    this.now = now;
  }

  public Books books() {
    return books;
  }

  /** The rule book in force, with its people as they want to be asked. */
  public RuleBook book() {
    People.Present found = present == null ? people.now(books, rules.book()) : present;
    present = found;
    return found.book();
  }

  /** Where to speak with them alone: in the house they prefer, unless they left it. */
  public Place.Direct direct(Expert expert) {
    return new Place.Direct(
        Shut.reachable(Shut.gone(books), expert).orElseGet(() -> expert.handles().getFirst()));
  }

  /** The channel that the rule book calls so. */
  public Place.Channel channel(String name) {
    return Place.Channel.named(name, channelHouse);
  }

  /** Where cards go that have no other place. */
  public Place.Channel fallback() {
    return channel(rules.book().house().fallbackChannel());
  }

  /** What the rule book says of its people, whatever they said themselves. */
  public RuleBook written() {
    return rules.book();
  }

  /** The transaction was kept, so others may use what it found. */
  void kept() {
    if (present != null) people.keep(present);
  }

  /** Keeps what somebody said of themselves; as {@link #save} when somebody was faster. */
  public void keep(Profile profile) {
    if (!books.profiles().save(profile)) throw new Overtaken();
    present = null;
  }

  /** A colleague says that this person knows the ticket's topic. */
  public void named(ChatUser person, Ticket ticket, Colleague by) {
    features.named(this, person, ticket, by);
  }

  public Knowledge knowledge() {
    return rules.knowledge();
  }

  public Instant now() {
    return now;
  }

  public List<AuditLog.Entry> notes() {
    return notes;
  }

  public boolean putErrands() {
    return putErrands;
  }

  public boolean taught() {
    return taught;
  }

  /**
   * Changes the log of lessons when all other work of the transaction is done, as {@link Lessons}
   * asks.
   *
   * @param lesson says whether it changed anything
   */
  public void teach(Predicate<Lessons> lesson) {
    lessons.add(lesson);
  }

  /** The transaction's last step. */
  public void keepLessons() {
    for (Predicate<Lessons> lesson : lessons) taught |= lesson.test(books.lessons());
  }

  /**
   * Deletes so many of the kind that are older, and what their cards show. Returns how many that
   * were.
   */
  public int sweep(Leftover what, Instant before, int most) {
    List<Long> gone = books.erasures().sweep(what, before, most);
    if (!gone.isEmpty()) features.swept(this, what, gone);
    return gone.size();
  }

  /** The post's words are gone: whatever else shows them is to be shown anew. */
  void erased(Erasure.Gone gone) {
    features.erased(this, gone);
  }

  /** Keeps for the audit, and tells the journal. */
  public void note(String who, String what, @Nullable TicketId ticket, String detail) {
    AuditLog.Entry entry = new AuditLog.Entry(now, who, what, ticket, detail);
    books.audit().add(entry);
    notes.add(entry);
  }

  /** Tells the journal only: for what is frequent and kept elsewhere. */
  public void tell(String what, @Nullable TicketId ticket, String detail) {
    notes.add(new AuditLog.Entry(now, GRENSELOS, what, ticket, detail));
  }

  /** Keeps a changed ticket; the caller's whole transaction fails when somebody was faster. */
  public Ticket save(Ticket ticket, TicketState state, @Nullable Instant wakeAt) {
    if (!books.tickets().save(ticket.with(state, wakeAt))) throw new Overtaken();
    Ticket changed = books.tickets().find(ticket.id()).orElseThrow();
    features.changed(this, ticket, changed);
    return changed;
  }

  /** Opens a ticket; empty when the post has one. */
  public Optional<Ticket> open(Ticket.Draft draft) {
    Optional<Ticket> opened = books.tickets().open(draft);
    opened.ifPresent(ticket -> features.changed(this, null, ticket));
    return opened;
  }

  /**
   * Whether somebody keeps the ticket back: nobody is to be asked about it, or it is not to be
   * shown in its queue, now. Whoever keeps it back lets it go on.
   */
  public boolean held(Ticket ticket, Lane lane) {
    return features.held(this, ticket, lane);
  }

  /** Shows a new card of the ticket there; in the fallback channel where that one is closed. */
  public void place(
      Ticket ticket, Place place, Placement.Role role, @Nullable OfferId offer, Locale locale) {
    Subject subject = new Subject.OfTicket(ticket.id());
    Place open = Shut.open(this, place);
    show(books.placements().make(new Placement.Draft(subject, open, role, offer, locale, now)));
  }

  /**
   * As {@link #place(Ticket, Place, Placement.Role, OfferId, Locale)} in the place's own language,
   * unless a card of the ticket stands there. Whether it is new.
   */
  public boolean placeOnce(Ticket ticket, Place place, Placement.Role role) {
    boolean there =
        books.placements().of(ticket.id()).stream().anyMatch(card -> card.place().equals(place));
    if (!there) place(ticket, place, role, null, localeOf(place));
    return !there;
  }

  /**
   * Shows the card of something else there, or brings the one that stands there up to date; in the
   * fallback channel where that one is closed.
   */
  public Placement place(Subject.Thing thing, Place place) {
    Place open = Shut.open(this, place);
    Placement card =
        books
            .placements()
            .makeOnce(
                new Placement.Draft(thing, open, Placement.Role.OTHER, null, localeOf(open), now));
    show(card);
    return card;
  }

  /** Makes all cards of the ticket show what it is now. */
  public void refresh(TicketId ticket) {
    refresh(new Subject.OfTicket(ticket));
    for (Proposal proposal : books.proposals().of(ticket)) refresh(about(proposal));
  }

  /** What the card about a proposed answer is about. */
  public static Subject.Thing about(Proposal proposal) {
    String kind = proposal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Subject.Thing(kind, proposal.answer().toString());
  }

  /** Makes all cards about this show what it is now. */
  public void refresh(Subject subject) {
    books.placements().of(subject).forEach(this::show);
  }

  /** Shows somebody's home anew. */
  public void refreshHome(Handle of) {
    put(new Errand.Home(of), "home:" + of);
  }

  /** Sets a moment at which the feature of this kind is woken. */
  public void wakeAt(String kind, String id, Instant due) {
    books.timers().set(kind, id, due);
  }

  public void show(Placement placement) {
    put(new Errand.Show(placement.id()), placement.place().key());
  }

  /**
   * Says something to one person only, once per cause.
   *
   * @param beside the card it belongs to; null for their direct messages. Nothing is said when that
   *     card is not out yet, or stands in another house
   */
  public void whisper(String cause, ChatUser to, @Nullable Placement beside, String text) {
    if (beside == null) {
      put(new Errand.Whisper(cause, to, null, text), new Place.Direct(to.handle()).key());
      return;
    }
    if (beside.message() == null || !to.handle().house().equals(beside.place().house())) return;
    put(new Errand.Whisper(cause, to, beside.message(), text), beside.place().key());
  }

  public void put(Errand errand, String group) {
    books.outbox().put(errand, group, now);
    putErrands = true;
  }

  public Locale localeOf(Place place) {
    return switch (place) {
      case Place.Direct direct ->
          book().expert(direct.to()).map(Expert::speaks).orElse(book().house().language());
      case Place.Channel channel -> book().house().language();
    };
  }
}
