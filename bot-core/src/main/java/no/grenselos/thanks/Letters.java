package no.grenselos.thanks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Books;
import no.grenselos.store.Digests;
import no.grenselos.store.Digests.Digest;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
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

  private static boolean sameWeek(LocalDate one, LocalDate other) {
    return one.get(IsoFields.WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_BASED_YEAR)
        && one.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
            == other.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
