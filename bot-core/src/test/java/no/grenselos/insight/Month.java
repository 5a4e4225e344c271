package no.grenselos.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.grenselos.expert.ExpertId;
import no.grenselos.lesson.Lesson;
import no.grenselos.mention.MentionId;
import no.grenselos.mention.Network;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Because;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.RuleBook;
import no.grenselos.route.Terms;
import no.grenselos.store.Books;
import no.grenselos.store.MemoryStore;
import no.grenselos.store.Statistics.Part;
import no.grenselos.store.Thanks;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/** Fills a store with a month by hand: what came when, and what became of it. */
final class Month {
  static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  static final TopicId PUMPS = new TopicId("heat-pumps");
  static final TopicId BILLS = new TopicId("bills");

  final MemoryStore store = new MemoryStore();
  private int posts;
  private int offers;

  /** A moment of March 2026, in Oslo. */
  static Instant at(int day, String time) {
    return LocalDate.of(2026, 3, day).atTime(LocalTime.parse(time)).atZone(OSLO).toInstant();
  }

  void ignored(Instant at, @Nullable TopicId topic) {
    MentionId post = id();
    change(books -> books.statistics().came(post, new Part(null, topic), at));
  }

  /** Became a ticket, promised after an hour where it has a goal. */
  Ticket ticket(Instant at, @Nullable Goal goal, @Nullable TopicId topic) {
    MentionId post = id();
    Instant promised = goal == null ? null : at.plus(Duration.ofHours(1));
    Terms terms = new Terms("#care", goal, null, Duration.ofMinutes(30));
    Because because = new Because(List.of("r"), 1, List.of());
    Ticket.Draft draft =
        new Ticket.Draft(post, Lane.EXPERT, topic, terms, because, at, promised, null);
    return store.write(books -> {
      books.statistics().came(post, new Part(goal, topic), at);
      Ticket ticket = books.tickets().open(draft).orElseThrow();
      books.statistics().opened(ticket);
      return ticket;
    });
  }

  void answered(Ticket ticket, String who, boolean comms, Instant at) {
    change(books -> books.statistics().answered(ticket.id(), who, comms, at));
  }

  void closed(Ticket ticket, CloseReason reason, Instant at) {
    TicketState closed = new TicketState.Closed(reason, null, at);
    change(books -> books.statistics().changed(ticket.with(closed, null)));
  }

  void told(Ticket ticket, Effect effect) {
    change(books -> books.statistics().told(ticket.id(), effect));
  }

  void thanked(Ticket ticket, Thanks.Kind kind, Instant at) {
    Thanks.Back back = new Thanks.Back(ticket.id(), kind, "cause-" + ++posts, null, at);
    change(books -> books.thanks().came(back));
  }

  void asked(Ticket ticket, String who, Instant at, @Nullable OfferEnd end) {
    int nth = ++offers;
    change(books -> {
      OfferId offer =
          books
              .offers()
              .make(ticket.id(), new ExpertId(who), at, at, LocalDate.EPOCH, nth)
              .orElseThrow()
              .id();
      if (end != null) books.offers().end(offer, end, at.plusSeconds(60));
    });
  }

  void declined(Ticket ticket, Lesson.Kind kind, Instant at) {
    change(books ->
        books
            .lessons()
            .add(
                new Lesson(
                    kind,
                    ticket.mention(),
                    ticket.topic(),
                    null,
                    null,
                    "ana",
                    "",
                    "c" + ++posts,
                    null,
                    at)));
  }

  Report report(RuleBook book, String from, String to, Instant now) {
    Range range = new Range(LocalDate.parse(from), LocalDate.parse(to), OSLO);
    return store.read(books -> new Insights(books, book, now).report(range));
  }

  Optional<Report.OfGoal> of(Report report, Goal goal) {
    return report.goals().stream().filter(row -> row.goal().equals(Optional.of(goal))).findFirst();
  }

  private void change(Consumer<Books> work) {
    store.write(books -> {
      work.accept(books);
      return true;
    });
  }

  private MentionId id() {
    return new MentionId(new Network("mastodon"), "p" + ++posts);
  }
}
