package no.grenselos.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.work.Workroom;

/**
 * Asks for this node's feeds again and again, so that each is read by exactly one node, and by
 * another soon after that one died.
 */
final class Holding {
  /** How long the others leave a feed to a node that says nothing any more. */
  static final Duration HOLD = Duration.ofSeconds(20);

  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Workroom room;
  private final List<FeedReading> feeds;

  Holding(Workroom room, List<FeedReading> feeds) {
    this.room = room;
    this.feeds = List.copyOf(feeds);
  }

  /** One round. Returns how long to rest. */
  Duration round() {
    Map<FeedReading, Boolean> held =
        room.write(work -> {
          Instant until = work.now().plus(HOLD);
          Map<FeedReading, Boolean> answers = new LinkedHashMap<>();
          for (FeedReading feed : feeds) answers.put(feed, feed.hold(work, until));
          return answers;
        });
    held.forEach(FeedReading::held);
    return AGAIN;
  }

  /** Leaves them to the others at once. */
  void letGo() {
    boolean unused =
        room.write(work -> {
          feeds.forEach(feed -> feed.letGo(work));
          return true;
        });
  }
}
