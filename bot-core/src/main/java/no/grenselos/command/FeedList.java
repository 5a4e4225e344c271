package no.grenselos.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.grenselos.chat.Span;
import no.grenselos.feed.FeedState;
import no.grenselos.store.FeedStates.Row;
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
    List<Row> rows = visit.books().feedStates().all();
    if (rows.isEmpty()) page.line(phrases.say("feeds.none"));
    for (Row row : rows) show(page, row, phrases, visit.now());
    return Said.only(page.page());
  }

  private static void show(PageDraft page, Row row, Phrases phrases, Instant now) {
    FeedState state = row.state();
    List<Span> line = new ArrayList<>(List.of(new Span.Strong(row.feed())));
    if (state.lookedAt() == null) {
      line.add(new Span.Plain(": " + phrases.say("feeds.never")));
    } else {
      line.add(new Span.Plain(": " + phrases.say("feeds.read") + " "));
      line.add(new Span.Moment(state.lookedAt()));
    }
    page.line(line);
    came(page, state, phrases);
    page.small(phrases.say("feeds.month", state.postsIn(FeedState.monthOf(now))));
    if (state.trouble() != null) page.line(phrases.say("feeds.trouble", state.trouble()));
    state
        .unusualSilence(now)
        .map(Duration::toHours)
        .ifPresent(hours -> page.line(phrases.say("feeds.silent", hours)));
  }

  private static void came(PageDraft page, FeedState state, Phrases phrases) {
    Instant newest = state.newestAt();
    if (newest == null) return;
    List<Span> line = new ArrayList<>(List.of(new Span.Plain(phrases.say("feeds.newest") + " ")));
    line.add(new Span.Moment(newest));
    Duration lag = state.lag();
    if (lag != null) line.add(new Span.Plain(phrases.say("feeds.lag", lag.toMinutes())));
    page.line(line);
  }
}
