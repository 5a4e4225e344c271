package no.grenselos.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.mention.MentionId;
import no.grenselos.store.Books;
import no.grenselos.store.Erasures.Leftover;
import no.grenselos.store.MentionLog;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Erasure;
import no.grenselos.work.Feature;
import no.grenselos.work.Retention;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Takes away what was kept long enough, each night at half past three in the house's zone. Timers
 * carry it, so that one node does it and a restart loses nothing: one begins the night, one goes
 * through the posts a few at a time, one sweeps the rest. Each time is a short transaction.
 */
public final class Tidying implements Feature.Obeys, Feature.Wakes {
  static final String KIND = "retention";

  /** When nobody works, and after the clocks change. */
  private static final LocalTime AT = LocalTime.of(3, 30);

  /** Few enough that whoever waits to write does not notice. */
  private static final int POSTS = 20;

  private static final int ROWS = 200;
  private static final String NIGHT = "night";
  private static final String REST = "rest";
  private static final String AFTER = "after ";

  private final Retention retention;

  public Tidying(Retention retention) {
    this.retention = retention;
  }

  @Override
  public void obey(Work work) {
    boolean unused = work.books().timers().setOnce(KIND, NIGHT, next(work));
  }

  private static Instant next(Work work) {
    ZoneId zone = work.book().house().zone();
    LocalDate today = LocalDate.ofInstant(work.now(), zone);
    Instant night = ZonedDateTime.of(today, AT, zone).toInstant();
    return night.isAfter(work.now())
        ? night
        : ZonedDateTime.of(today.plusDays(1), AT, zone).toInstant();
  }

  @Override
  public Set<String> timers() {
    return Set.of(KIND);
  }

  @Override
  public void wake(Work work, Timers.Timer timer) {
    switch (timer.id()) {
      case NIGHT -> {
        work.wakeAt(KIND, NIGHT, next(work));
        posts(work, MentionLog.Mark.from(Instant.EPOCH));
        work.wakeAt(KIND, REST, work.now());
      }
      case REST -> {
        if (sweep(work)) work.wakeAt(KIND, REST, work.now());
      }
      default -> posts(work, mark(timer.id()));
    }
  }

  private static MentionLog.Mark mark(String id) {
    String[] parts = id.substring(AFTER.length()).split(" ", 2);
    return new MentionLog.Mark(Instant.parse(parts[0]), Long.parseLong(parts[1]));
  }

  /** Some posts from there on; the next ones are another timer's. */
  private void posts(Work work, MentionLog.Mark after) {
    Optional<Instant> before = Retention.before(soonest(), work.now());
    if (before.isEmpty()) return;
    MentionLog.Page page = work.books().mentions().received(after, before.get(), POSTS);
    int erased = 0;
    for (MentionLog.Received post : page.posts()) {
      if (!over(work, post)) continue;
      Erasure.of(work, post.mention().id(), Erasure.Cause.TIME_OVER);
      erased++;
    }
    if (erased > 0) work.tell("posts.erased", null, erased + ", kept long enough");
    if (page.posts().size() == POSTS) {
      work.wakeAt(KIND, AFTER + page.next().at() + " " + page.next().number(), work.now());
    }
  }

  private @Nullable Duration soonest() {
    return retention.posts() != null ? retention.posts() : retention.unfinished();
  }

  private boolean over(Work work, MentionLog.Received post) {
    Optional<Ticket> ticket = ticket(work.books(), post.mention().id());
    Instant end = ticket.map(one -> end(work.books(), one, post)).orElse(post.at());
    boolean ended = ticket.map(t -> t.state().over()).orElse(true);
    return Retention.before(ended ? retention.posts() : retention.unfinished(), work.now())
        .filter((ended ? end : post.at())::isBefore)
        .isPresent();
  }

  private static Optional<Ticket> ticket(Books books, MentionId post) {
    return books
        .tickets()
        .of(post)
        .or(() -> books.care().followed(post).flatMap(books.tickets()::find));
  }

  /**
   * When its work ended; when it came, while it has not, and where the post that it joined is gone
   * already: closing that one is no work on this one.
   */
  private static Instant end(Books books, Ticket ticket, MentionLog.Received post) {
    boolean gone = books.mentions().find(ticket.mention()).map(Logged::erased).orElse(true);
    if (gone) return post.at();
    return switch (ticket.state()) {
      case TicketState.Answered answered -> answered.at();
      case TicketState.Closed closed -> closed.at();
      case TicketState.Open open -> post.at();
      case TicketState.Offered offered -> post.at();
      case TicketState.Claimed claimed -> post.at();
      case TicketState.Proposed proposed -> post.at();
      case TicketState.Drafted drafted -> post.at();
    };
  }

  /** Whether there is more. */
  private boolean sweep(Work work) {
    Books books = work.books();
    Optional<Instant> audit = Retention.before(retention.audit(), work.now());
    Optional<Instant> questions = Retention.before(retention.questions(), work.now());
    Optional<Instant> parked = Retention.before(retention.parked(), work.now());
    books.houseNotes().sweep(work.now());
    return Stream.of(
            audit.map(at -> work.sweep(Leftover.AUDIT, at, ROWS)),
            audit.map(at -> work.sweep(Leftover.CONSIDERED, at, ROWS)),
            questions.map(at -> work.sweep(Leftover.INQUIRY, at, ROWS)),
            questions.map(at -> work.sweep(Leftover.RULE_DRAFT, at, ROWS)),
            parked.map(at -> books.mentionInbox().forgetParked(at, ROWS)),
            parked.map(at -> books.chatInbox().forgetParked(at, ROWS)),
            parked.map(at -> books.outbox().forgetParked(at, ROWS)))
        .flatMap(Optional::stream)
        .toList()
        .contains(ROWS);
  }
}
