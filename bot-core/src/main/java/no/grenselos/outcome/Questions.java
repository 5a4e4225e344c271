package no.grenselos.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Reporting;
import no.grenselos.store.Thanks.Answered;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Work;

/**
 * Asks one person about one answer a day, the latest first: there is one timer a person, so that
 * somebody who answers thirty posts a day is asked about one of them.
 */
final class Questions {
  static final String KIND = "outcome";

  /** Later nobody remembers, and nobody is asked. */
  private static final Duration FRESH = Duration.ofDays(14);

  private Questions() {}

  /** Sees to it that whoever answered has a moment set; one that is set stays. */
  static void answered(Work work, TicketState.Answered answer) {
    Calm.of(work.books(), work.book(), answer.by())
        .flatMap(calm -> calm.due(wanted(work), answer.at()))
        .ifPresent(due -> set(work, answer.by().id(), due));
  }

  private static Reporting.FollowUp wanted(Work work) {
    return work.book().house().reporting().followUp();
  }

  private static void set(Work work, String who, Instant due) {
    boolean unused = work.books().timers().setOnce(KIND, who, due);
  }

  static void wake(Work work, String who) {
    // the name is nobody's business here
    Colleague colleague = new Colleague(who, who);
    Optional<Calm> calm = Calm.of(work.books(), work.book(), colleague);
    if (calm.isEmpty()) return;
    Instant next = calm.get().from(work.now());
    if (next.isAfter(work.now())) set(work, who, next);
    else ask(work, colleague, calm.get());
  }

  /** An answer, and when somebody may be asked about it at the earliest. */
  private record Due(Answered answer, Instant at) {}

  private static void ask(Work work, Colleague who, Calm calm) {
    List<Due> open = open(work, who, calm);
    Optional<Due> ripe = open.stream().filter(due -> !due.at().isAfter(work.now())).findFirst();
    ripe.ifPresent(due -> ask(work, who, calm, due.answer()));
    open.stream()
        .filter(due -> ripe.filter(due::equals).isEmpty())
        .map(Due::at)
        .min(Comparator.naturalOrder())
        .map(at -> later(at, calm.from(calm.tomorrow(work.now()))))
        .ifPresent(at -> set(work, who.id(), at));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static void ask(Work work, Colleague who, Calm calm, Answered answer) {
    boolean first = work.books().effects().ask(answer.ticket(), who.id(), calm.day(work.now()));
    if (!first) return;
    work.note(Work.GRENSELOS, "outcome.asked", answer.ticket(), who.id());
    work.refresh(answer.ticket());
    home(work, who).ifPresent(work::refreshHome);
  }

  static Optional<Handle> home(Work work, Colleague who) {
    return work.book()
        .expert(who)
        .map(expert -> work.direct(expert).to())
        .or(() -> Handle.parse(who.id()));
  }

  /** Of which nothing is known, latest first. */
  private static List<Due> open(Work work, Colleague who, Calm calm) {
    Instant now = work.now();
    return work.books().thanks().by(who.id(), now.minus(FRESH), now).reversed().stream()
        .filter(answer -> wonders(work, who, answer))
        .flatMap(
            answer -> calm.due(wanted(work), answer.at()).map(at -> new Due(answer, at)).stream())
        .toList();
  }

  private static boolean wonders(Work work, Colleague who, Answered answer) {
    return !work.books().effects().asked(answer.ticket())
        && work.books().effects().of(answer.ticket()).isEmpty()
        && work.books()
            .tickets()
            .find(answer.ticket())
            .filter(ticket -> ticket.state() instanceof TicketState.Answered)
            .filter(ticket -> ticket.terms().goal() != null)
            .filter(ticket -> !isMuted(work, who, ticket))
            .flatMap(ticket -> work.books().mentions().find(ticket.mention()))
            .filter(post -> !post.erased())
            .isPresent();
  }

  private static boolean isMuted(Work work, Colleague who, Ticket ticket) {
    TopicId topic = ticket.topic();
    return topic != null
        && work.book()
            .expert(who)
            .map(Expert::id)
            .filter(expert -> work.books().directory().muted(expert).contains(topic))
            .isPresent();
  }
}
