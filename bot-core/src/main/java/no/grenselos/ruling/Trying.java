package no.grenselos.ruling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Place;
import no.grenselos.chat.RuleAction;
import no.grenselos.forecast.DryRun;
import no.grenselos.forecast.Report;
import no.grenselos.revise.Prepared;
import no.grenselos.revise.Revised;
import no.grenselos.revise.RouteCase;
import no.grenselos.revise.RuleTexts;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Outbox;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.trial.Outcome;
import no.grenselos.trial.Suite;
import no.grenselos.work.Equipment;
import no.grenselos.work.Phrases;
import no.grenselos.work.Rules;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the rules for an admin: a change of them on the last month's posts, or all of them on their
 * own tests. It may take a minute, so it is done beside everything else, one at a time on this
 * node; the result is told in the admin's own messages. One that is lost when the node ends is
 * asked for again. Safe for many threads.
 */
public final class Trying {
  static final int DAYS = 30;

  /** Whoever comes after these is told to come again. */
  private static final int WAITING = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Trying.class);

  private final Semaphore places = new Semaphore(WAITING);
  private final Semaphore turn = new Semaphore(1, true);
  private final Equipment equipment;
  private final Optional<RuleTexts> texts;
  private final Optional<Function<RuleBook, Rules>> beside;

  public Trying(Equipment equipment) {
    this.equipment = equipment;
    this.texts = equipment.aids().texts();
    this.beside = equipment.aids().beside();
  }

  /** Ends the errand, and begins what it asks for; returns at once. */
  public void begin(Workroom room, Outbox.Entry errand, ChatEvent event, Executor executor) {
    boolean begins = places.tryAcquire();
    boolean begun = false;
    try {
      boolean ours =
          room.write(work -> {
            if (!begins) whisper(work, event, speaks(work, event).say("try.busy"));
            return work.books().outbox().done(errand);
          });
      if (!begins || !ours) return;
      executor.execute(() -> run(room, event));
      begun = true;
    } finally {
      if (begins && !begun) places.release();
    }
  }

  private void run(Workroom room, ChatEvent event) {
    try {
      turn.acquire();
      try {
        Function<Phrases, String> told = tried(room, event);
        boolean unused = room.write(work -> whisper(work, event, told.apply(speaks(work, event))));
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // the node ends, or is worse off than one admin's question
      LOG.warn("result of a try not told event={}", event.id(), e);
    } finally {
      places.release();
    }
  }

  private static Phrases speaks(Work work, ChatEvent event) {
    Locale locale = work.localeOf(new Place.Direct(event.who().handle()));
    return Phrases.of("ruling", locale);
  }

  private static boolean whisper(Work work, ChatEvent event, String text) {
    work.whisper("tried:" + event.id(), event.who(), null, text);
    return true;
  }

  private Function<Phrases, String> tried(Workroom room, ChatEvent event) {
    try {
      return event.action() instanceof RuleAction.TestRules ? tested(room) : forecast(room, event);
    } catch (RuntimeException e) {
      LOG.warn("rules not tried event={}", event.id(), e);
      return phrases -> phrases.say("try.failed");
    }
  }

  private Function<Phrases, String> forecast(Workroom room, ChatEvent event) {
    return switch (Made.of(room, texts, event)) {
      case Made.Not(var no) -> no.why();
      case Made.Looked(var change, Prepared.Settled(var outcome)) -> settled(outcome);
      case Made.Looked(var change, Prepared.Ready ready) -> forecast(room, ready.next());
    };
  }

  private static Function<Phrases, String> settled(Revised outcome) {
    return switch (outcome) {
      case Revised.Same same -> phrases -> phrases.say("same", same.revision());
      case Revised.Broken broken -> phrases -> Amending.problems(phrases, broken);
      case Revised.Overtaken overtaken -> phrases -> phrases.say("try.overtaken");
      case Revised.Saved saved -> throw new IllegalStateException("a try was saved");
    };
  }

  private Function<Phrases, String> forecast(Workroom room, Source next) {
    // the texts remember what they looked at just now
    RuleBook draft = texts.orElseThrow().check(next).book().orElseThrow();
    Rules today = room.rules();
    Rules then = beside.orElseThrow().apply(draft);
    try {
      Report report = new DryRun(equipment.store(), today, then).days(DAYS, room.now());
      return phrases -> new ReportWords(report, today.book(), draft, phrases).text();
    } finally {
      then.router().close();
    }
  }

  /** The newest revision, in force or about to be. */
  private Function<Phrases, String> tested(Workroom room) {
    Source newest = room.read(books -> books.ruleBooks().latest()).orElseThrow();
    List<RouteCase> cases = texts.orElseThrow().cases(newest.files());
    Rules inForce = room.rules();
    if (inForce.book().revision() == newest.revision()) return tested(inForce, cases);
    Rules rules =
        beside.orElseThrow().apply(texts.orElseThrow().check(newest).book().orElseThrow());
    try {
      return tested(rules, cases);
    } finally {
      rules.router().close();
    }
  }

  private Function<Phrases, String> tested(Rules rules, List<RouteCase> cases) {
    List<Outcome> outcomes = Suite.run(rules, equipment.clock(), cases);
    return phrases -> new CaseWords(rules.book(), phrases).text(outcomes);
  }
}
