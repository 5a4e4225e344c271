package no.grenselos.care;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Team;
import no.grenselos.store.Storms;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Work;

/**
 * Keeps promised times in mind: reminds whoever has the ticket, or one member of the team where
 * nobody has it; then tells the lead, then the fallback channel. Each once, over all nodes, and
 * only the person it concerns: nothing is said to a channel full of people.
 */
final class Promises {
  static final String KIND = "promise";

  /** Sets the next moment at which the ticket's promise is to be spoken of. */
  void changed(Work work, Ticket ticket) {
    Optional<Instant> next =
        ticket.state().waits()
            ? watch(work, ticket).flatMap(watch -> next(work, ticket, watch))
            : Optional.empty();
    next.ifPresentOrElse(
        due -> work.wakeAt(KIND, ticket.id().toString(), due),
        () -> work.books().timers().clear(KIND, ticket.id().toString()));
  }

  private static Optional<Instant> next(Work work, Ticket ticket, PromiseWatch watch) {
    // what is due this moment may not be passed over, whatever changes just now
    return watch.due(work.now(), spoken(work, ticket)).isPresent()
        ? Optional.of(work.now())
        : watch.next(work.now());
  }

  void wake(Work work, Timers.Timer timer) {
    Ticket ticket = work.books().tickets().find(TicketId.parse(timer.id())).orElse(null);
    if (ticket == null || !ticket.state().waits()) return;
    watch(work, ticket)
        .ifPresent(watch ->
            watch
                .due(work.now(), spoken(work, ticket))
                .filter(
                    stage -> work.books().care().say(ticket.id(), key(ticket, stage), work.now()))
                .filter(stage -> !inRunningIncident(work, ticket))
                .ifPresent(stage -> speak(work, ticket, watch.team(), stage)));
    changed(work, ticket);
  }

  /** The incident's card counts those; a warning for each would be a storm of our own. */
  private static boolean inRunningIncident(Work work, Ticket ticket) {
    Storms storms = work.books().storms();
    return storms
        .of(ticket.id())
        .filter(member -> !member.released())
        .flatMap(member -> storms.find(member.incident()))
        .filter(incident -> incident.endedAt() == null)
        .isPresent();
  }

  private void speak(Work work, Ticket ticket, Team team, Stage stage) {
    work.note(
        Work.GRENSELOS,
        "promise." + stage.name().toLowerCase(Locale.ROOT),
        ticket.id(),
        "promised " + ticket.promisedAt());
    switch (stage) {
      case HALF, SOON -> remind(work, ticket, team, stage);
      case LEAD -> team.leads().keySet().forEach(lead -> tell(work, ticket, lead, "promise.lead"));
      case FALLBACK -> fallBack(work, ticket);
    }
    work.refresh(ticket.id());
  }

  private static void remind(Work work, Ticket ticket, Team team, Stage stage) {
    Optional<Handle> owner = ticket.state().owner().flatMap(work.book()::handleOf);
    String phrase = stage == Stage.HALF ? "promise.half" : "promise.soon";
    if (ticket.state().owner().isPresent()) {
      owner.ifPresent(who -> tell(work, ticket, who, phrase));
      return;
    }
    someMember(work, ticket, team)
        .ifPresent(who -> {
          boolean first = work.books().care().say(ticket.id(), asked(ticket, who), work.now());
          if (first) tell(work, ticket, who, phrase);
        });
  }

  /** Whoever has least in hand and was not asked before; who is first among equals changes. */
  private static Optional<Handle> someMember(Work work, Ticket ticket, Team team) {
    Map<String, Integer> inHand = work.books().careQueue().inHand(team.channel());
    Set<String> said = work.books().care().said(ticket.id());
    Map<String, Handle> each = new LinkedHashMap<>();
    team.members()
        .keySet()
        .forEach(who -> each.putIfAbsent(work.book().colleague(who, "").id(), who));
    List<Handle> members = List.copyOf(each.values());
    return members.stream()
        .filter(who -> !said.contains(asked(ticket, who)))
        .min(
            Comparator.<Handle>comparingInt(
                    who -> inHand.getOrDefault(work.book().colleague(who, "").id(), 0))
                .thenComparingLong(
                    who -> (members.indexOf(who) + ticket.id().number()) % members.size()));
  }

  private static void tell(Work work, Ticket ticket, Handle who, String phrase) {
    String state = ticket.state().owner().map(Colleague::name).orElse("");
    Voice voice = Voice.to(work, who);
    String text =
        voice.say(
            phrase + (state.isEmpty() ? ".free" : ".taken"),
            voice.post(ticket),
            voice.time(ticket.promisedAt()),
            state);
    voice.whisper(KIND + ":" + ticket.id() + ":" + phrase + ":" + ticket.promisedAt(), text);
  }

  private void fallBack(Work work, Ticket ticket) {
    String channel = work.book().house().fallbackChannel();
    Place fallback = work.channel(channel);
    if (work.placeOnce(ticket, fallback, Placement.Role.FALLBACK))
      work.note(Work.GRENSELOS, "ticket.fell-back", ticket.id(), "promise over; " + channel);
  }

  /** The latest stage spoken of for the promise that holds now. */
  static Optional<Stage> latest(Set<String> said, Ticket ticket) {
    return Arrays.stream(Stage.values())
        .filter(stage -> said.contains(key(ticket, stage)))
        .max(Comparator.naturalOrder());
  }

  private static Set<Stage> spoken(Work work, Ticket ticket) {
    Set<String> said = work.books().care().said(ticket.id());
    Set<Stage> spoken = EnumSet.noneOf(Stage.class);
    for (Stage stage : Stage.values()) if (said.contains(key(ticket, stage))) spoken.add(stage);
    return spoken;
  }

  private static String asked(Ticket ticket, Handle who) {
    return "asked:" + who + ":" + ticket.promisedAt();
  }

  private static String key(Ticket ticket, Stage stage) {
    return stage + ":" + ticket.promisedAt();
  }

  /** Counted from the ticket's opening, or from the moment its author came back. */
  private static Optional<PromiseWatch> watch(Work work, Ticket ticket) {
    Instant promised = ticket.promisedAt();
    Duration within = ticket.terms().answerWithin();
    if (promised == null || within == null) return Optional.empty();
    return Courtesy.teamFor(work, ticket).map(team -> PromiseWatch.ending(promised, within, team));
  }
}
