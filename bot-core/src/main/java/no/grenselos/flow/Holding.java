package no.grenselos.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.work.Workroom;
import org.jspecify.annotations.Nullable;

/**
 * Asks for this node's feeds again and again, so that each is read by exactly one node, and by
 * another soon after that one died.
 */
final class Holding {
  /** How long the others leave a feed to a node that says nothing any more. */
  static final Duration HOLD = Duration.ofSeconds(20);

  /** How often our hold is made longer. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  /** How soon a feed is taken that another node let go. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Workroom room;
  private final List<FeedReading> feeds;
  private final Clock onward;
  private @Nullable Instant askedAt;
  private volatile boolean left;

  Holding(Workroom room, List<FeedReading> feeds) {
    this.room = room;
    this.onward = room.onward();
    this.feeds = List.copyOf(feeds);
  }

  /** One round. Returns how long to rest. */
  Duration round() {
    Instant now = onward.instant();
    boolean resting = askedAt != null && now.isBefore(askedAt.plus(AGAIN));
    if (left || (resting && !anyFree())) return LOOK;
    askedAt = now;
    Map<FeedReading, Boolean> held =
        room.write(work -> {
          Instant until = work.now().plus(HOLD);
          Map<FeedReading, Boolean> answers = new LinkedHashMap<>();
          for (FeedReading feed : feeds) answers.put(feed, feed.hold(work, until));
          return answers;
        });
    held.forEach(FeedReading::held);
    return LOOK;
  }

  /** Whether a feed that we do not read is read by nobody. */
  private boolean anyFree() {
    Instant now = room.now();
    Set<String> others =
        feeds.stream()
            .filter(feed -> !feed.isHeld())
            .map(FeedReading::name)
            .collect(Collectors.toSet());
    if (others.isEmpty()) return false;
    return room.read(books -> books.feedStates().all()).stream()
        .filter(row -> others.contains(row.feed()))
        .anyMatch(row -> row.heldUntil() == null || !now.isBefore(row.heldUntil()));
  }

  /** Leaves them to the others at once, and asks for none any more. */
  void letGo() {
    left = true;
    boolean unused =
        room.write(work -> {
          feeds.forEach(feed -> feed.letGo(work));
          return true;
        });
  }
}
