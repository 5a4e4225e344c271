package no.grenselos.ruling;

import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.RuleAction;
import no.grenselos.revise.Draft;
import no.grenselos.revise.Prepared;
import no.grenselos.revise.Revising;
import no.grenselos.revise.RuleTexts;
import no.grenselos.work.Workroom;

/** A change of the rules that was looked at, before anything is kept. */
sealed interface Made {
  /** Nothing can be made of it. */
  record Not(Plan.Impossible why) implements Made {}

  /**
   * All that would hold was read.
   *
   * @param change what somebody did, when they saw the rules
   */
  record Looked(ChatEvent change, Prepared prepared) implements Made {}

  /**
   * Reads the books, and then looks at what they would become; takes seconds in a large book. Not
   * within a transaction.
   *
   * @param texts empty where the rules are changed in files only
   */
  static Made of(Workroom room, Optional<RuleTexts> texts, ChatEvent event) {
    if (texts.isEmpty()) return new Not(Plan.Impossible.say("in-files"));
    return switch (room.read(books -> new Planning(texts.get(), books).of(event))) {
      case Plan.Impossible no -> new Not(no);
      case Plan.Wanted wanted -> looked(room, new Revising(texts.get()), wanted);
    };
  }

  private static Made looked(Workroom room, Revising revising, Plan.Wanted wanted) {
    ChatEvent change = wanted.change();
    String by = room.rules().book().colleague(change.who().handle(), change.who().name()).id();
    String why = ((RuleAction) change.action()).why();
    try {
      Draft draft = new Draft(wanted.base(), wanted.files().get(), by, why, room.now());
      return new Looked(change, revising.prepare(room.equipment().store(), draft));
    } catch (RuleTexts.UnknownEntry e) {
      return new Not(Plan.Impossible.say("gone"));
    } catch (IllegalStateException onlyInTheFile) {
      String text = String.valueOf(onlyInTheFile.getMessage());
      return new Not(new Plan.Impossible(phrases -> text));
    }
  }
}
