package no.grenselos.ruling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Press;
import no.grenselos.chat.RuleAction;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.config.Node;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.store.RuleDrafts;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;

/**
 * The cards about the rules: that somebody changed them, where the admins see it; and that somebody
 * was faster, for whoever was slower.
 */
final class RuleCards {
  /** Of a list in one line; a card holds a few thousand letters. */
  private static final int LONGEST = 300;

  private final RuleTexts texts;
  private final Books books;
  private final RuleBook book;
  private final Phrases phrases;

  RuleCards(RuleTexts texts, Feature.Look look, Locale locale) {
    this.texts = texts;
    this.books = look.books();
    this.book = look.rules().book();
    this.phrases = Phrases.of("ruling", locale);
  }

  /** Empty for the first revision, and for one that is not kept. */
  Optional<Card> revision(Subject subject) {
    return Earlier.of(subject)
        .flatMap(one -> books.ruleBooks().find(one.revision()))
        .flatMap(after ->
            books.ruleBooks().find(after.revision() - 1).map(before -> changed(before, after)));
  }

  private Card changed(Source before, Source after) {
    CardDraft card = new CardDraft();
    if (!after.why().isBlank()) card.line(after.why());
    lines(card, before, after);
    card.small(
        new Span.Plain(phrases.say("card.revision", after.revision()) + " · "),
        new Span.Moment(after.at()));
    ChatEvent.On back = new ChatEvent.On.About(Earlier.subject(before.revision()));
    card.act(Press.REVERT_RULES, phrases.say("button.take-back"), false, back);
    String headline = phrases.say("card.changed", Admins.name(book, after.by()));
    return card.card(headline, headline);
  }

  private void lines(CardDraft card, Source before, Source after) {
    Changed.lines(texts.differences(before.files(), after.files()), phrases).forEach(card::small);
  }

  Card overtaken(RuleDrafts.Draft draft) {
    Source newest = books.ruleBooks().latest().orElseThrow();
    CardDraft card = new CardDraft();
    String by = Admins.name(book, newest.by());
    if (draft.endedAt() == null) {
      seenAt(draft.event())
          .flatMap(books.ruleBooks()::find)
          .ifPresent(base -> theirs(card, base, newest));
      card.line(new Span.Strong(phrases.say("card.yours")));
      mine(draft.event()).forEach(card::small);
      card.line(phrases.say("card.nothing-lost"));
      card.act(Press.PUT_ON_TOP, phrases.say("button.on-top"), true);
      card.act(Press.GIVE_UP_CHANGE, phrases.say("button.give-up"), false);
    }
    String key = draft.endedAt() == null ? "card.overtaken" : "card.overtaken.over";
    String headline = phrases.say(key, by);
    return card.card(headline, headline);
  }

  /** A change that waits while its author looks at what it would come to. */
  Card tried(RuleDrafts.Draft draft) {
    CardDraft card = new CardDraft();
    mine(draft.event()).forEach(card::small);
    if (draft.endedAt() == null) {
      card.line(phrases.say("card.tried.waits"));
      card.act(Press.SAVE_TRIED, phrases.say("button.save-tried"), true);
      card.act(Press.TRY_AGAIN, phrases.say("button.try-again"), false);
      card.act(Press.GIVE_UP_CHANGE, phrases.say("button.give-up"), false);
    }
    String headline = phrases.say(draft.endedAt() == null ? "card.tried" : "card.tried.over");
    return card.card(headline, headline);
  }

  private void theirs(CardDraft card, Source base, Source newest) {
    card.line(
        List.of(
            new Span.Strong(phrases.say("card.theirs", Admins.name(book, newest.by())) + " "),
            new Span.Moment(newest.at()),
            new Span.Plain(newest.why().isBlank() ? "" : ": " + newest.why())));
    lines(card, base, newest);
  }

  private static Optional<Integer> seenAt(ChatEvent event) {
    return event.action() instanceof RuleAction.WriteRule write
        ? Entry.parse(write.entry()).map(Entry::revision)
        : Entry.of(event.on())
            .map(Entry::revision)
            .or(() -> Earlier.of(event.on()).map(Earlier::seenAt));
  }

  private List<String> mine(ChatEvent event) {
    return switch ((RuleAction) event.action()) {
      case RuleAction.WriteRule write -> written(write);
      case RuleAction.RevertRules revert ->
          List.of(
              phrases.say(
                  "card.mine.revert", Earlier.of(event.on()).map(Earlier::revision).orElse(0)));
      case RuleAction.RemoveRule remove -> List.of(phrases.say("card.mine.remove"));
      case RuleAction.RaiseRule raise -> List.of(phrases.say("card.mine.move"));
      case RuleAction.LowerRule lower -> List.of(phrases.say("card.mine.move"));
      case RuleAction.PutOnTop none -> List.of();
      case RuleAction.GiveUpChange none -> List.of();
      case RuleAction.TryFirst none -> List.of();
      case RuleAction.TryAgain none -> List.of();
      case RuleAction.SaveTried none -> List.of();
      case RuleAction.TestRules none -> List.of();
    };
  }

  /** What their entry differs in from what they saw. */
  private List<String> written(RuleAction.WriteRule write) {
    Entry entry = Entry.parse(write.entry()).orElseThrow();
    Optional<Sheet> seen = Sheet.at(texts, books, entry.revision());
    Node.Mapping before = seen.flatMap(sheet -> sheet.find(entry)).orElseGet(Node.Mapping::empty);
    return Edits.keys(entry.section()).stream()
        // a topic's form leaves out what it could not show, which stays as it is
        .filter(key -> entry.section() != Section.TOPICS || write.keys().containsKey(key))
        .filter(key ->
            !Edits.said(entry.section(), before, key).equals(write.keys().getOrDefault(key, "")))
        .map(key -> key + ": " + cut(write.keys().getOrDefault(key, "–")))
        .toList();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
