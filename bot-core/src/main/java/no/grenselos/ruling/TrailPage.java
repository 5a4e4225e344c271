package no.grenselos.ruling;

import java.util.List;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.trail.Trail;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Visit;

/**
 * Tells a post's story in words: the decision, what it says, the way through the rules, the people.
 */
final class TrailPage {
  private final Visit visit;
  private final Trail trail;
  private final Phrases phrases;
  private final TrailWords words;
  private final PageDraft page = new PageDraft();

  TrailPage(Visit visit, Trail trail) {
    this.visit = visit;
    this.trail = trail;
    this.phrases = visit.phrases("ruling");
    this.words = new TrailWords(trail, visit.book(), visit.locale());
  }

  Page write() {
    page.heading(
        trail
            .ticket()
            .map(ticket -> phrases.say("why.title", ticket.id()))
            .orElseGet(() -> phrases.say("why.title-post")));
    if (!trail.post().erased()) {
      page.line(List.of(new Span.Link(phrases.say("why.post"), trail.post().mention().link())));
    }
    decided();
    today();
    page.divider();
    read();
    way();
    page.divider();
    new LifeLines(visit, trail, page).write();
    return page.page();
  }

  /** With a way to make a test of it, for those who change the rules. */
  Page withTest() {
    write();
    if (trail.ticket().isPresent() && !trail.post().erased()) {
      ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(trail.ticket().get().id()));
      page.row(phrases.say("why.wrong"), Press.KEEP_AS_TEST, phrases.say("button.keep-test"), on);
    }
    return page.page();
  }

  private void decided() {
    page.line(words.path());
    words.outcome().ifPresent(page::line);
    page.line(words.words());
  }

  private void today() {
    words.today().forEach(page::small);
  }

  private void read() {
    page.line(words.read());
    words.scores().forEach(page::small);
  }

  private void way() {
    words.notWalked().ifPresentOrElse(page::small, () -> page.line(phrases.say("why.way")));
    for (StepWords.Line line : words.way()) {
      if (line.matched()) page.line(List.of(new Span.Strong(line.text())));
      else page.small(line.text());
    }
  }
}
