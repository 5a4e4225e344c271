package no.grenselos.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.grenselos.chat.ChatUser;
import no.grenselos.feed.Publisher;
import no.grenselos.lesson.Pupil;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.store.AuditLog;
import no.grenselos.store.Books;
import no.grenselos.store.Store;
import no.grenselos.store.StoreException;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.time.OnwardClock;
import org.jspecify.annotations.Nullable;

/** What the flows share: the store, the rules in force, the clock, and who is told afterwards. */
public final class Workroom {
  private static final int TRIES = 8;

  private final Equipment equipment;
  private final Features features;
  private final Signals signals = new Signals();
  private final People people = new People();

  /** A ticket is of one post for ever. */
  private final Cache<TicketId, MentionId> mentions =
      Caffeine.newBuilder().maximumSize(5_000).executor(Runnable::run).build();

  public Workroom(Equipment equipment, Features features) {
    this.equipment = equipment;
    this.features = features;
  }

  /**
   * One transaction, done again from the start when somebody changed the same ticket meanwhile;
   * when it is kept, the journal is told and the loops that got work are woken.
   */
  public <T> T write(Function<Work, T> job) {
    for (int attempt = 1; ; attempt++) {
      try {
        return writeOnce(Store::write, job);
      } catch (Overtaken e) {
        if (attempt == TRIES) throw e;
      }
    }
  }

  /**
   * One transaction that somebody waits for: it goes before others that wait. Done once; it must
   * save no ticket that others may change meanwhile.
   */
  public <T> T writeAhead(Function<Work, T> job) {
    return writeOnce(Store::writeAhead, job);
  }

  private <T> T writeOnce(
      BiFunction<Store, Function<Books, T>, T> transaction, Function<Work, T> job) {
    Rules inForce = rules();
    Instant now = now();
    Work[] last = new Work[1];
    T result =
        transaction.apply(
            equipment.store(),
            books -> {
              Work work = new Work(books, inForce, people, features, equipment.channelHouse(), now);
              last[0] = work;
              T done = job.apply(work);
              work.keepLessons();
              return done;
            });
    last[0].kept();
    if (last[0].putErrands()) signals.errands().raise();
    if (last[0].taught()) signals.lessons().raise();
    last[0].notes().forEach(this::tell);
    return result;
  }

  private void tell(AuditLog.Entry entry) {
    marked(entry.ticket()).around(() -> equipment.journal().note(entry));
  }

  /** For log lines that are to tell of this ticket, and of its post. */
  public Marked marked(@Nullable TicketId ticket) {
    Marked marked = Marked.by(Marked.TICKET, ticket);
    return ticket == null ? marked : marked.with(Marked.MENTION, post(ticket));
  }

  private @Nullable MentionId post(TicketId ticket) {
    MentionId known = mentions.getIfPresent(ticket);
    if (known != null) return known;
    try {
      Optional<Ticket> found = read(books -> books.tickets().find(ticket));
      found.ifPresent(one -> mentions.put(ticket, one.mention()));
      return found.map(Ticket::mention).orElse(null);
    } catch (StoreException e) {
      // what is told happened already, whether or not the store can say more of it now
      return null;
    }
  }

  public <T> T read(Function<Books, T> job) {
    return equipment.store().read(job);
  }

  /** The rules in force; what people said of themselves is not in their book. */
  public Rules rules() {
    return equipment.rules().get();
  }

  public Instant now() {
    return equipment.clock().instant();
  }

  /** A new clock for how long something lasts that is remembered in this process. */
  public Clock onward() {
    return new OnwardClock(equipment.clock());
  }

  /** Tells the journal of something that is not kept. */
  public void tell(String what, String detail) {
    equipment.journal().note(new AuditLog.Entry(now(), Work.GRENSELOS, what, null, detail));
  }

  public Duration lease() {
    return equipment.lease();
  }

  public Optional<Publisher> publisher(Network network) {
    return equipment.publisher(network);
  }

  public Equipment equipment() {
    return equipment;
  }

  public CrmPort crm() {
    return equipment.crm();
  }

  public Pupil pupil() {
    return equipment.pupil();
  }

  public Signals signals() {
    return signals;
  }

  public Features features() {
    return features;
  }

  /** Reads for somebody who looks at something. */
  public <T> T visit(ChatUser who, Function<Visit, T> job) {
    return read(
        books -> job.apply(new Visit(books, peopled(books), rules().book(), who, now(), features)));
  }

  /** Reads for what is to be shown to everybody. */
  public <T> T look(Function<Feature.Look, T> job) {
    return looking(null, job);
  }

  /** Reads for what is to be shown to one person. */
  public <T> T look(ChatUser viewer, Function<Feature.Look, T> job) {
    return looking(viewer, job);
  }

  private <T> T looking(@Nullable ChatUser viewer, Function<Feature.Look, T> job) {
    return read(
        books -> job.apply(new Feature.Look(books, peopled(books), features, now(), viewer)));
  }

  /** The rules in force, with the book's people as they want to be asked. */
  private Rules peopled(Books books) {
    Rules inForce = rules();
    People.Present present = people.now(books, inForce.book());
    people.keep(present);
    return inForce.with(present.book());
  }
}
