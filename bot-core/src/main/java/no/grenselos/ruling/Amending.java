package no.grenselos.ruling;

import java.util.Optional;
import java.util.function.Consumer;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Place;
import no.grenselos.chat.Subject;
import no.grenselos.config.ConfigProblem;
import no.grenselos.revise.Prepared;
import no.grenselos.revise.Revised;
import no.grenselos.revise.Revising;
import no.grenselos.revise.RuleTexts;
import no.grenselos.store.Outbox;
import no.grenselos.store.StoreException;
import no.grenselos.work.Deed;
import no.grenselos.work.Phrases;
import no.grenselos.work.Workroom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what an admin wants the next revision. To look at a whole book takes seconds, so it is an
 * errand: looked at outside of any transaction, kept in one, with what the admin is told of it. Of
 * two who change different entries both get their way; of two who change the same one, the second
 * is shown what the first did and decides.
 */
public final class Amending {
  private static final int PROBLEMS = 8;
  private static final int TRIES = 3;
  private static final Logger LOG = LoggerFactory.getLogger(Amending.class);

  private final Optional<RuleTexts> texts;

  /**
   * @param texts empty where the rules are changed in files only
   */
  public Amending(Optional<RuleTexts> texts) {
    this.texts = texts;
  }

  /**
   * Does it and ends the errand; doing it twice comes to the same. What fails again and again is
   * set aside for whoever runs this, so that the next change need not wait for it.
   */
  public void amend(Workroom room, Outbox.Entry errand, ChatEvent event) {
    try {
      boolean ended = false;
      // again only when somebody was faster: theirs is newest then, and may go together with this
      while (!ended) ended = tried(room, errand, event);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      if (errand.attempts() < TRIES) throw e;
      LOG.warn("rules not changed event={}", event.id(), e);
      boolean unused =
          room.write(work -> {
            Deed.of(work, event).whisper("ruling", "failed");
            return work.books().outbox().park(errand, e.toString());
          });
    }
  }

  private boolean tried(Workroom room, Outbox.Entry errand, ChatEvent event) {
    return switch (Made.of(room, texts, event)) {
      case Made.Not(var no) ->
          end(room, errand, event, deed -> deed.whisper(no.why().apply(phrases(deed))));
      case Made.Looked(var change, Prepared.Settled(var outcome)) ->
          end(room, errand, event, deed -> tell(deed, change, outcome));
      case Made.Looked(var change, Prepared.Ready ready) ->
          room.write(work -> {
            Revised outcome = new Revising(texts.orElseThrow()).commit(work.books(), ready);
            if (outcome instanceof Revised.Overtaken) return false;
            tell(Deed.of(work, event), change, outcome);
            return done(work.books().outbox().done(errand));
          });
    };
  }

  private static boolean end(
      Workroom room, Outbox.Entry errand, ChatEvent event, Consumer<Deed> telling) {
    return room.write(work -> {
      telling.accept(Deed.of(work, event));
      return done(work.books().outbox().done(errand));
    });
  }

  /** Whoever has the errand now does it; nothing of ours is kept. */
  private static boolean done(boolean ours) {
    if (!ours) throw new IllegalStateException("the errand went to another node");
    return true;
  }

  private static Phrases phrases(Deed deed) {
    return Phrases.of("ruling", deed.locale());
  }

  private static void tell(Deed deed, ChatEvent change, Revised outcome) {
    switch (outcome) {
      case Revised.Saved saved -> deed.whisper("ruling", "saved", saved.source().revision());
      case Revised.Same same -> deed.whisper("ruling", "same", same.revision());
      case Revised.Broken broken -> deed.whisper(problems(phrases(deed), broken));
      case Revised.Overtaken overtaken -> {
        long number = deed.work().books().ruleDrafts().keep(change);
        deed.work()
            .place(
                new Subject.Thing(Drafts.OVERTAKEN, String.valueOf(number)),
                new Place.Direct(deed.event().who().handle()));
        deed.note("rules.overtaken", "by revision " + overtaken.newest().revision());
      }
    }
  }

  /** As it can be mended, in the order of the files. */
  static String problems(Phrases phrases, Revised.Broken broken) {
    StringBuilder text = new StringBuilder(phrases.say("broken"));
    for (ConfigProblem problem : broken.problems().stream().limit(PROBLEMS).toList()) {
      text.append('\n').append(problem);
    }
    int more = broken.problems().size() - PROBLEMS;
    if (more > 0) text.append('\n').append(phrases.say("more-problems", more));
    return text.toString();
  }
}
