package no.grenselos.ruling;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.RuleAction;
import no.grenselos.revise.RuleTexts;
import no.grenselos.store.Books;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.RuleDrafts;

/**
 * Finds out what somebody wants of the rules, and of which revision it is a change: of the newest,
 * unless somebody else changed the same meanwhile. Only reads.
 */
final class Planning {
  private final RuleTexts texts;
  private final Books books;

  Planning(RuleTexts texts, Books books) {
    this.texts = texts;
    this.books = books;
  }

  /** What an event asks for. */
  Plan of(ChatEvent event) {
    return switch ((RuleAction) event.action()) {
      case RuleAction.PutOnTop top -> waiting(event).map(this::onTop).orElseGet(Planning::gone);
      case RuleAction.SaveTried save -> waiting(event).map(this::of).orElseGet(Planning::gone);
      case RuleAction.TryAgain again -> waiting(event).map(this::of).orElseGet(Planning::gone);
      case RuleAction.TryFirst first -> of(changing(event, first.change()));
      case RuleAction.RevertRules revert -> back(event);
      case RuleAction.WriteRule write -> entry(event);
      case RuleAction.RaiseRule raise -> entry(event);
      case RuleAction.LowerRule lower -> entry(event);
      case RuleAction.RemoveRule remove -> entry(event);
      case RuleAction.GiveUpChange none -> gone();
      case RuleAction.TestRules none -> gone();
    };
  }

  /** The same event, with that change as what was done. */
  static ChatEvent changing(ChatEvent event, RuleAction change) {
    return new ChatEvent(event.id(), event.who(), event.on(), change, event.at());
  }

  private Optional<ChatEvent> waiting(ChatEvent event) {
    return Drafts.of(books, event.on()).map(RuleDrafts.Draft::event);
  }

  private static Plan gone() {
    return Plan.Impossible.say("gone");
  }

  private Plan entry(ChatEvent event) {
    Optional<Meant> meant = meant(event).flatMap(entry -> Meant.of(texts, books, entry));
    if (meant.isEmpty()) return gone();
    return switch (meant.get()) {
      case Meant.Untouched same -> changed(event, same.sheet(), same.entry());
      case Meant.Touched other ->
          // what only moves an entry does not depend on what the entry says
          orderOnly(event)
              ? changed(event, other.newest(), other.here())
              : changed(event, other.sheet(), other.entry());
      case Meant.Gone gone when writes(event) -> changed(event, gone.sheet(), gone.entry());
      case Meant.Gone gone -> gone();
    };
  }

  private static Optional<Entry> meant(ChatEvent event) {
    return event.action() instanceof RuleAction.WriteRule write
        ? Entry.parse(write.entry())
        : Entry.of(event.on());
  }

  private static boolean writes(ChatEvent event) {
    return event.action() instanceof RuleAction.WriteRule;
  }

  private static boolean orderOnly(ChatEvent event) {
    return event.action() instanceof RuleAction.RaiseRule
        || event.action() instanceof RuleAction.LowerRule;
  }

  private static Plan changed(ChatEvent event, Sheet sheet, Entry entry) {
    Supplier<Map<String, String>> files = () -> edited(event, sheet, entry).source().files();
    return new Plan.Wanted(event, sheet.revision(), files);
  }

  private static Sheet edited(ChatEvent event, Sheet sheet, Entry entry) {
    return switch (event.action()) {
      case RuleAction.WriteRule write -> Edits.write(sheet, entry, write);
      case RuleAction.RaiseRule raise -> Edits.move(sheet, entry, entry.place() - 1);
      case RuleAction.LowerRule lower -> Edits.move(sheet, entry, entry.place() + 1);
      case RuleAction.RemoveRule remove -> Edits.remove(sheet, entry);
      default -> throw new IllegalArgumentException("no entry is changed by " + event.action());
    };
  }

  private Plan back(ChatEvent event) {
    Optional<Earlier> earlier = Earlier.of(event.on());
    Optional<Source> base = earlier.flatMap(one -> books.ruleBooks().find(one.seenAt()));
    Optional<Source> then = earlier.flatMap(one -> books.ruleBooks().find(one.revision()));
    if (base.isEmpty() || then.isEmpty()) return gone();
    Source newest = books.ruleBooks().latest().orElseThrow();
    // what they say already is no change of theirs
    boolean same = then.get().files().equals(newest.files());
    return back(event, same ? newest : base.get(), then.get());
  }

  private static Plan back(ChatEvent event, Source base, Source then) {
    return new Plan.Wanted(event, base.revision(), then::files);
  }

  /** The change is one of the newest revision, whatever that says. */
  private Plan onTop(ChatEvent event) {
    Sheet newest = Sheet.newest(texts, books).orElseThrow();
    if (event.action() instanceof RuleAction.RevertRules) {
      int to = Earlier.of(event.on()).orElseThrow().revision();
      return back(event, newest.source(), books.ruleBooks().find(to).orElseThrow());
    }
    Entry entry = meant(event).orElseThrow();
    Sheet seen = Sheet.at(texts, books, entry.revision()).orElseThrow();
    Entry here = newest.here(seen, entry).orElseGet(() -> newest.fresh(entry.section()));
    return here.isNew() && !writes(event) ? gone() : changed(event, newest, here);
  }
}
