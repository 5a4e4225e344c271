package no.grenselos.ruling;

import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Place;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.Subject;
import no.grenselos.store.Books;
import no.grenselos.store.Errand;
import no.grenselos.work.Deed;

/**
 * What an admin did about the rules, within its transaction: nothing of it is looked at here, as
 * that takes seconds in a large book. It becomes an errand; what somebody decides about a change
 * that waits, they decide once.
 */
final class Changing {
  /** All changes are made one after another, whoever makes them. */
  private static final String GROUP = "rules";

  private Changing() {}

  static void change(Deed deed) {
    switch ((RuleAction) deed.event().action()) {
      case RuleAction.PutOnTop top -> decided(deed, () -> amend(deed));
      case RuleAction.SaveTried save -> decided(deed, () -> amend(deed));
      case RuleAction.GiveUpChange no -> decided(deed, () -> deed.whisper("ruling", "gave-up"));
      case RuleAction.TryFirst first -> tryFirst(deed, first);
      case RuleAction.TryAgain again -> tryAgain(deed);
      case RuleAction.TestRules test -> tryOut(deed, "rules.tested");
      case RuleAction.RevertRules revert -> amend(deed);
      case RuleAction.WriteRule write -> amend(deed);
      case RuleAction.RaiseRule raise -> amend(deed);
      case RuleAction.LowerRule lower -> amend(deed);
      case RuleAction.RemoveRule remove -> amend(deed);
    }
  }

  private static void amend(Deed deed) {
    deed.work().put(new Errand.Amend(deed.event()), GROUP);
  }

  /** Beside all others: who tries something waits for nobody, and nobody for them. */
  private static void tryOut(Deed deed, String what) {
    deed.note(what, "");
    deed.work().put(new Errand.TryRules(deed.event()), "try:" + deed.event().who().handle());
  }

  /** The change waits on a card, while it is tried. */
  private static void tryFirst(Deed deed, RuleAction.TryFirst first) {
    ChatEvent change = Planning.changing(deed.event(), first.change());
    long number = deed.work().books().ruleDrafts().keep(change);
    deed.work()
        .place(
            new Subject.Thing(Drafts.TRIED, String.valueOf(number)),
            new Place.Direct(deed.event().who().handle()));
    tryOut(deed, "rules.tried");
  }

  private static void tryAgain(Deed deed) {
    boolean waits =
        Drafts.of(deed.work().books(), deed.event().on())
            .filter(draft -> draft.endedAt() == null)
            .isPresent();
    if (waits) tryOut(deed, "rules.tried");
    else deed.whisper("ruling", "decided");
  }

  /** The change that waits on the card is decided now, unless it was before. */
  private static void decided(Deed deed, Runnable then) {
    Books books = deed.work().books();
    boolean ended =
        Drafts.of(books, deed.event().on())
            .filter(draft -> draft.event().who().handle().equals(deed.event().who().handle()))
            .filter(draft -> books.ruleDrafts().end(draft.number(), deed.work().now()))
            .isPresent();
    if (!ended) {
      deed.whisper("ruling", "decided");
      return;
    }
    Drafts.subject(books, deed.event().on()).ifPresent(deed.work()::refresh);
    then.run();
  }
}
