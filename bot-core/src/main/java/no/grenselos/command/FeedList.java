package no.grenselos.command;

import java.util.List;
import java.util.Set;
import no.grenselos.chat.Part;
import no.grenselos.store.FeedStanding;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Said;
import no.grenselos.work.Visit;

/** {@code feeds}: when each was read, what came, what is wrong. Only reads. */
final class FeedList implements Feature.Answers {
  @Override
  public Set<String> verbs() {
    return Set.of("feeds", "feed", "kilder", "kilde");
  }

  @Override
  public Said answer(Visit visit, String verb, String rest) {
    Phrases phrases = visit.phrases("command");
    PageDraft page = new PageDraft().heading(phrases.say("feeds.title"));
    List<FeedStanding> feeds = FeedStanding.all(visit.books(), visit.now());
    if (feeds.isEmpty()) page.line(phrases.say("feeds.none"));
    for (FeedStanding feed : feeds) show(page, FeedWords.of(feed, phrases));
    return Said.only(page.page());
  }

  private static void show(PageDraft page, FeedWords feed) {
    page.line(feed.head());
    feed.facts().forEach(fact -> page.show(new Part.Small(fact)));
    feed.trouble().forEach(page::line);
  }
}
