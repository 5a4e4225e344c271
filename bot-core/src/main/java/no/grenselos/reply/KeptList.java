package no.grenselos.reply;

import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.memory.Kept;
import no.grenselos.store.Memory;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Visit;

/** Somebody's own kept texts, in their home; they have what they like forgotten. */
final class KeptList {
  private static final int SHOWN = 10;

  private KeptList() {}

  static void write(Visit visit, PageDraft page) {
    if (visit.book().roles(visit.who().handle()).isEmpty()) return;
    Phrases phrases = visit.phrases("reply");
    List<Kept> kept =
        visit.books().memory().search(Memory.Search.of(visit.colleague().id()), SHOWN);
    page.heading(phrases.say("home.kept"));
    kept.forEach(one -> row(visit, one, phrases, page));
    page.row(
        phrases.say(kept.isEmpty() ? "home.kept-none" : "home.kept-more"),
        Press.KEEP_ANSWER,
        phrases.say("button.keep"),
        new ChatEvent.On.Nothing());
  }

  private static void row(Visit visit, Kept kept, Phrases phrases, PageDraft page) {
    Subject about = new Subject.Thing(Keeping.THING, kept.id().toString());
    String when = Earlier.when(kept, visit.now().atZone(visit.book().house().zone()), phrases);
    page.row(
        List.of(new Span.Plain(phrases.say("home.kept-one", Earlier.label(kept), when))),
        List.of(
            new Card.Button.Act(
                Press.FORGET_KEPT,
                phrases.say("button.forget"),
                false,
                new ChatEvent.On.About(about))),
        List.of());
  }
}
