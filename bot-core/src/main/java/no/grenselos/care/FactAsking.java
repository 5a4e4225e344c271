package no.grenselos.care;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Candidacy;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Ranking;
import no.grenselos.lesson.Lesson;
import no.grenselos.reading.TopicId;
import no.grenselos.store.Facts;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Deed;
import no.grenselos.work.Shortlist;
import no.grenselos.work.Teaching;
import no.grenselos.work.Work;

/**
 * Asks experts for a fact, one at a time, while somebody else keeps the ticket. Their hours and
 * caps hold as for a nudge; the answer goes onto the ticket's card.
 */
final class FactAsking {
  static final String KIND = "fact";

  static Subject.Thing thing(long fact) {
    return new Subject.Thing(KIND, Long.toString(fact));
  }

  /** Keeps the question, and asks whoever knows best. */
  void need(Work work, Ticket ticket, TopicId topic, Colleague by, String question) {
    Facts.Fact fact = work.books().facts().need(ticket.id(), topic, by, question, work.now());
    work.note(by.id(), "fact.needed", ticket.id(), "F-" + fact.number() + " on " + topic);
    next(work, fact);
    work.refresh(ticket.id());
  }

  private void next(Work work, Facts.Fact fact) {
    Ticket ticket = work.books().tickets().find(fact.ticket()).orElseThrow();
    Ranking ranking = Shortlist.of(work).about(ticket, fact.topic(), notBefore(work, fact));
    for (Candidacy.Fit fit : ranking.fits()) if (asked(work, ticket, fact, fit)) return;
    Optional<Instant> chance = ranking.nextChance();
    if (chance.isPresent()) work.wakeAt(KIND, Long.toString(fact.number()), chance.get());
    else nobodyKnows(work, ticket, fact);
  }

  private static boolean asked(Work work, Ticket ticket, Facts.Fact fact, Candidacy.Fit fit) {
    Expert expert = fit.expert();
    Instant until = expert.hours().after(work.now(), ticket.terms().offerFor());
    boolean asked =
        work.books()
            .facts()
            .ask(fact.number(), expert.id(), work.now(), until, expert.hours().day(work.now()));
    if (!asked) return false;
    work.place(thing(fact.number()), work.direct(expert));
    work.wakeAt(KIND, Long.toString(fact.number()), until);
    work.note(
        Work.GRENSELOS,
        "fact.asked",
        ticket.id(),
        "F-" + fact.number() + " to " + expert.id() + ": " + fit.reason());
    return true;
  }

  /** Whoever needs it hears that it will not come. */
  private static void nobodyKnows(Work work, Ticket ticket, Facts.Fact fact) {
    if (!work.books().facts().drop(fact.number(), work.now())) return;
    work.note(Work.GRENSELOS, "fact.unknown", ticket.id(), "nobody left to ask");
    Voice.to(work, whoNeeds(ticket, fact))
        .ifPresent(voice ->
            voice.whisper(
                "fact-unknown:" + fact.number(), voice.say("fact.nobody", voice.post(ticket))));
    work.refresh(ticket.id());
  }

  /** Nobody is asked twice, and nobody asks themselves. */
  private static Map<ExpertId, Instant> notBefore(Work work, Facts.Fact fact) {
    Map<ExpertId, Instant> notBefore = new HashMap<>();
    notBefore.put(new ExpertId(fact.by().id()), Instant.MAX);
    for (Facts.Asked asked : work.books().facts().asked(fact.number())) {
      notBefore.put(asked.expert(), Instant.MAX);
    }
    return notBefore;
  }

  /** The time of whoever is asked is over, or somebody may be asked now. */
  void wake(Work work, Timers.Timer timer) {
    Facts.Fact fact = work.books().facts().find(Long.parseLong(timer.id())).orElse(null);
    if (fact == null || !fact.open()) return;
    for (Facts.Asked asked : work.books().facts().asked(fact.number())) {
      if (asked.endedAt() != null) continue;
      if (asked.until().isAfter(work.now())) {
        work.wakeAt(KIND, timer.id(), asked.until());
        return;
      }
      end(work, fact, asked.expert());
    }
    next(work, fact);
    work.refresh(fact.ticket());
  }

  private static void end(Work work, Facts.Fact fact, ExpertId expert) {
    if (work.books().facts().end(fact.number(), expert, work.now())) {
      work.refresh(thing(fact.number()));
    }
  }

  /** Somebody who was asked knows it; late is better than never. */
  void tell(Deed deed, Facts.Fact fact, String text) {
    Work work = deed.work();
    if (!wasAsked(work, fact, deed.who())) {
      deed.whisper("care", "fact.not-yours");
      return;
    }
    if (!work.books().facts().answer(fact.number(), deed.who(), text, work.now())) {
      deed.whisper("care", "fact.over");
      return;
    }
    Ticket ticket = work.books().tickets().find(fact.ticket()).orElseThrow();
    end(work, fact, new ExpertId(deed.who().id()));
    work.books().timers().clear(KIND, Long.toString(fact.number()));
    work.note(deed.who().id(), "fact.told", ticket.id(), "F-" + fact.number());
    teaching(deed, ticket, fact).taught(Lesson.Kind.ANSWERED, deed.who(), "");
    Voice.to(work, whoNeeds(ticket, fact))
        .ifPresent(voice ->
            voice.whisper(
                "fact-told:" + fact.number(),
                voice.say("fact.told", deed.who().name(), voice.post(ticket), text)));
    work.refresh(thing(fact.number()));
    work.refresh(ticket.id());
  }

  /** Somebody who is asked does not know it. */
  void pass(Deed deed, Facts.Fact fact) {
    Work work = deed.work();
    ExpertId who = new ExpertId(deed.who().id());
    if (!wasAsked(work, fact, deed.who())) {
      deed.whisper("care", "fact.not-yours");
      return;
    }
    if (!fact.open() || !work.books().facts().end(fact.number(), who, work.now())) return;
    Ticket ticket = work.books().tickets().find(fact.ticket()).orElseThrow();
    work.note(deed.who().id(), "fact.passed", ticket.id(), "F-" + fact.number());
    teaching(deed, ticket, fact).taught(Lesson.Kind.PASSED, deed.who(), "");
    next(work, fact);
    work.refresh(thing(fact.number()));
    work.refresh(ticket.id());
  }

  /** The ticket is over: what is not known yet need not be found out. */
  void dropAll(Work work, Ticket ticket) {
    for (Facts.Fact fact : work.books().facts().of(ticket.id())) {
      if (!work.books().facts().drop(fact.number(), work.now())) continue;
      work.books().timers().clear(KIND, Long.toString(fact.number()));
      work.refresh(thing(fact.number()));
    }
  }

  private static boolean wasAsked(Work work, Facts.Fact fact, Colleague who) {
    return work.books().facts().asked(fact.number()).stream()
        .anyMatch(asked -> asked.expert().id().equals(who.id()));
  }

  private static Teaching teaching(Deed deed, Ticket ticket, Facts.Fact fact) {
    return Teaching.of(deed.work(), ticket, deed.event().id()).on(fact.topic());
  }

  /** Whoever has the ticket now, else whoever asked. */
  private static Colleague whoNeeds(Ticket ticket, Facts.Fact fact) {
    return ticket.state().owner().orElse(fact.by());
  }
}
