package no.grenselos.ruling;

import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Visit;

/** The revisions, newest first: who, when, why, and what changed; each can be brought back. */
final class History {
  private static final int SHOWN = 10;
  private static final int LINES = 3;

  private History() {}

  static Page of(Visit visit, Sheet newest) {
    Phrases phrases = visit.phrases("ruling");
    PageDraft page = new PageDraft().heading(phrases.say("history.title"));
    List<Source> earlier = visit.books().ruleBooks().before(newest.revision(), SHOWN);
    Source later = newest.source();
    page.line(line(visit, later));
    for (Source source : earlier) {
      changed(newest, source, later, page, phrases);
      ChatEvent.On on = new ChatEvent.On.About(Earlier.subject(source.revision()));
      page.row(
          line(visit, source),
          List.of(
              new Card.Button.Act(Press.REVERT_RULES, phrases.say("button.bring-back"), false, on)),
          List.of());
      later = source;
    }
    if (earlier.isEmpty()) page.small(phrases.say("history.first"));
    return page.page();
  }

  private static void changed(
      Sheet newest, Source before, Source after, PageDraft page, Phrases phrases) {
    List<String> lines =
        Changed.lines(newest.texts().differences(before.files(), after.files()), phrases);
    for (String line : lines.subList(0, Math.min(LINES, lines.size()))) page.small(line);
    if (lines.size() > LINES) page.small("…");
  }

  private static List<Span> line(Visit visit, Source source) {
    String by = Admins.name(visit.book(), source.by());
    String why = source.why().isBlank() ? "" : ": " + source.why();
    return List.of(
        new Span.Strong(String.valueOf(source.revision())),
        new Span.Plain("  "),
        new Span.Moment(source.at()),
        new Span.Plain("  " + by + why));
  }
}
