package no.grenselos.app.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.mention.MentionEvent;
import no.grenselos.route.Because;
import no.grenselos.route.Decision;
import no.grenselos.store.Books;
import no.grenselos.store.Inbox;
import no.grenselos.store.Statistics;
import no.grenselos.store.Store;

/**
 * Fills a store with posts of the last ninety days that were handled: their keys, the posts as they
 * are logged, and what is counted of them.
 */
final class PipelineFill {
  private static final Duration BACK = Duration.ofDays(90);
  private static final int AT_ONCE = 2_000;

  private final Store store;
  private final PostMix mix = new PostMix(new Vocabulary(11));
  private final Instant from = Instant.now().minus(BACK);
  private final Decision dropped =
      new Decision.Drop("of no concern to us", new Because(List.of("bench"), 1, List.of()));

  PipelineFill(Store store) {
    this.store = store;
  }

  /** So many, in some minutes for a million. */
  void posts(int count) {
    for (int first = 0; first < count; first += AT_ONCE) {
      List<PostMix.Kept> some = new ArrayList<>();
      for (int i = first; i < Math.min(count, first + AT_ONCE); i++) {
        some.add(mix.post(i, count, from, BACK));
      }
      boolean unused = store.write(books -> kept(books, some));
    }
  }

  private boolean kept(Books books, List<PostMix.Kept> some) {
    List<Inbox.Arrival<MentionEvent>> arrivals =
        some.stream()
            .map(PostMix.Kept::mention)
            .map(MentionEvent.Posted::new)
            .map(
                event -> new Inbox.Arrival<MentionEvent>(event.key(), event.id().toString(), event))
            .toList();
    boolean[] unused = books.mentionInbox().addAll(arrivals, from);
    int gone = books.mentionInbox().forget(event -> true);
    if (gone != arrivals.size()) throw new IllegalStateException("the store was not empty");
    for (PostMix.Kept one : some) {
      boolean fresh = books.mentions().add(one.mention(), one.reading(), dropped, one.at());
      if (!fresh) throw new IllegalStateException("the store was not empty");
      books.statistics().came(one.mention().id(), new Statistics.Part(null, null), one.at());
    }
    return true;
  }
}
