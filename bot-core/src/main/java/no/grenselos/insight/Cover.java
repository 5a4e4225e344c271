package no.grenselos.insight;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Level;
import no.grenselos.reading.TopicId;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.work.Shut;

/**
 * A topic that is talked about, and how many would answer now.
 *
 * @param willing who said yes to the topic, can be reached, is neither paused nor away, and wants
 *     to be asked at all; their hours and today's nudges do not matter
 */
public record Cover(TopicId topic, long posts, int willing) {
  /** Whether the topic hangs on one person, or on nobody. */
  public boolean thin() {
    return willing <= 1;
  }

  /** Who would answer, by topic. */
  record Willing(Set<Handle> gone, Books books, Instant now) {
    Willing(Books books, Instant now) {
      this(Shut.gone(books), books, now);
    }

    List<Expert> among(RuleBook book) {
      return book.experts().stream().filter(this::available).map(this::unmuted).toList();
    }

    private boolean available(Expert expert) {
      return expert.level() != Level.WATCH
          && !expert.cap().none()
          && expert.manner().absence().end(now).isEmpty()
          && Shut.reachable(gone, expert).isPresent();
    }

    private Expert unmuted(Expert expert) {
      Set<TopicId> muted = books.directory().muted(expert.id());
      if (muted.isEmpty()) return expert;
      Set<TopicId> left = new LinkedHashSet<>(expert.topics());
      left.removeAll(muted);
      return expert.on(left);
    }
  }
}
