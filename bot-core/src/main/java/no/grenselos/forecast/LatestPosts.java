package no.grenselos.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.grenselos.store.MentionLog.Mark;
import no.grenselos.store.MentionLog.Received;
import no.grenselos.store.Store;

/** Some of what came in lately: enough to see what a draft's routes match, read in a moment. */
public final class LatestPosts {
  /** Of more posts the share of a route hardly changes. */
  static final int MOST = 1_000;

  private static final int ENOUGH = 500;

  /** From the busiest company to the quietest. */
  private static final List<Duration> LATELY =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

  private LatestPosts() {}

  /**
   * At most {@value #MOST} posts, oldest first, of the shortest time that has enough of them; of
   * the last thirty days where none has.
   */
  public static List<Received> in(Store store, Instant now) {
    List<Received> posts = List.of();
    for (Duration time : LATELY) {
      Mark from = Mark.from(now.minus(time));
      posts = store.read(books -> books.mentions().received(from, now, MOST)).posts();
      if (posts.size() >= ENOUGH) break;
    }
    return posts;
  }
}
