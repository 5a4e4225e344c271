package no.grenselos.thanks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Books;
import no.grenselos.store.Digests;
import no.grenselos.store.Digests.Digest;
import no.grenselos.store.Thanks;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Erasure;
import no.grenselos.work.Work;

/** Writes each expert's letter when its moment comes: once, and only when there is something. */
final class Letters {
  static final String KIND = "digest";
  private static final Duration WEEK = Duration.ofDays(7);

  private Letters() {}

  static Subject.Thing subject(Digest digest) {
    return new Subject.Thing(KIND, digest.expert() + ":" + digest.day());
  }

  /** The letter that a subject's id names. */
  static Optional<Digest> of(Books books, String id) {
    int colon = id.lastIndexOf(':');
    return colon < 1
        ? Optional.empty()
        : books
            .digests()
            .find(new ExpertId(id.substring(0, colon)), LocalDate.parse(id.substring(colon + 1)));
  }

  /**
   * A topic's post came or changed: it waits or not, and whoever knows the topic has a letter due.
   */
  static void follow(Work work, Ticket ticket, boolean fresh) {
    TopicId topic = ticket.topic();
    if (topic == null) return;
    Digests digests = work.books().digests();
    if (ticket.state().free()) digests.waits(ticket.id(), topic, work.now());
    else digests.waitsNoMore(ticket.id());
    if (!fresh) return;
    work.book().experts().stream()
        .filter(expert -> expert.topics().contains(topic))
        .forEach(expert -> due(work, expert));
  }

  /** Sees to it that their next letter's moment is set; one that is set stays. */
  private static void due(Work work, Expert expert) {
    Rhythm.next(expert, work.now())
        .ifPresent(moment -> {
          if (work.books().timers().setOnce(KIND, expert.id().id(), moment))
            work.tell("digest.due", null, expert.id() + " at " + moment);
        });
  }

  static void wake(Work work, Timers.Timer timer) {
    Optional<Expert> expert = work.book().expert(new ExpertId(timer.id()));
    if (expert.isEmpty()) return;
    // whoever chose another day meanwhile gets it then
    Optional<Instant> meant = Rhythm.next(expert.get(), timer.due().minusMillis(1));
    if (meant.filter(timer.due()::equals).isPresent()) write(work, expert.get());
    due(work, expert.get());
  }

  private static void write(Work work, Expert expert) {
    LocalDate day = expert.hours().day(work.now());
    Optional<Digest> latest = work.books().digests().latest(expert.id());
    if (latest.filter(before -> sameWeek(before.day(), day)).isPresent()) return;
    Instant weekAgo = work.now().minus(WEEK);
    Instant from = latest.map(Digest::until).filter(weekAgo::isBefore).orElse(weekAgo);
    Digest digest = new Digest(expert.id(), day, from, work.now());
    if (!Week.of(work.books(), expert, digest).hasSomething()) return;
    if (!work.books().digests().write(digest)) return;
    work.place(subject(digest), work.direct(expert));
    work.note(Work.GRENSELOS, "digest.written", null, expert.id() + " " + day);
  }

  /**
   * Letters that may show it: of whoever knows its topic, and of whoever answered in its thread.
   */
  static void erased(Work work, Erasure.Gone gone) {
    Books books = work.books();
    Set<Instant> when = new HashSet<>();
    when.add(gone.post().receivedAt());
    Set<ExpertId> readers = new HashSet<>();
    for (TicketId id : gone.tickets()) {
      TopicId topic = books.tickets().find(id).map(Ticket::topic).orElse(null);
      work.book().experts().stream()
          .filter(expert -> topic != null && expert.topics().contains(topic))
          .forEach(expert -> readers.add(expert.id()));
      books.thanks().of(id).ifPresent(answer -> add(answer, when, readers));
    }
    Backs.inThread(books, gone.post().mention()).forEach(answer -> add(answer, when, readers));
    for (ExpertId reader : readers) {
      work.book()
          .expert(reader)
          .ifPresent(expert -> when.forEach(moment -> refresh(work, expert, moment)));
    }
  }

  private static void add(Thanks.Answered answer, Set<Instant> when, Set<ExpertId> readers) {
    when.add(answer.at());
    readers.add(new ExpertId(answer.by().id()));
  }

  /** Those that tell of that moment: one comes a week at most, and tells of a week. */
  private static void refresh(Work work, Expert expert, Instant moment) {
    LocalDate first = expert.hours().day(moment);
    for (int days = 0; days <= WEEK.toDays() + 1; days++) {
      work.books()
          .digests()
          .find(expert.id(), first.plusDays(days))
          .ifPresent(digest -> work.refresh(subject(digest)));
    }
  }

  private static boolean sameWeek(LocalDate one, LocalDate other) {
    return one.get(IsoFields.WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_BASED_YEAR)
        && one.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
            == other.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
