package no.grenselos.forecast;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Language;
import no.grenselos.reading.TopicId;

/**
 * Posts that wait until somebody may be asked, oldest first. Those of one topic and language wait
 * in one line: when nobody may be asked about the first, nobody may about the others. Keeps ids
 * only, some hundred bytes a post. Not thread safe.
 */
final class Queue {
  private static final Comparator<Line> NEXT =
      Comparator.comparing((Line line) -> line.wake)
          .thenComparing(line -> line.posts.getFirst().since());

  private final Map<Kind, Line> lines = new HashMap<>();
  private final PriorityQueue<Line> waking = new PriorityQueue<>(NEXT);

  /** What makes posts alike as to who may be asked. */
  record Kind(TopicId topic, Language language) {}

  /** One post, and since when it waits. */
  record Waiter(MentionId post, Instant since) {}

  /** The posts of one kind, woken together. */
  static final class Line {
    private final Kind kind;
    private final Deque<Waiter> posts = new ArrayDeque<>();
    private Instant wake = Instant.MAX;

    private Line(Kind kind) {
      this.kind = kind;
    }

    Kind kind() {
      return kind;
    }

    Instant wake() {
      return wake;
    }

    Waiter first() {
      return posts.getFirst();
    }

    int size() {
      return posts.size();
    }
  }

  /** Comes last, and is looked at again then, or earlier with the others of its kind. */
  void add(Kind kind, Waiter post, Instant wake) {
    Line line = lines.computeIfAbsent(kind, Line::new);
    waking.remove(line);
    line.posts.addLast(post);
    if (wake.isBefore(line.wake)) line.wake = wake;
    waking.add(line);
  }

  /** The line to be looked at by then, out of the queue until it is put back. */
  Optional<Line> due(Instant by) {
    Line first = waking.peek();
    return first == null || first.wake.isAfter(by)
        ? Optional.empty()
        : Optional.ofNullable(waking.poll());
  }

  /** Its first post waits no more. */
  void served(Line line) {
    line.posts.removeFirst();
    if (line.posts.isEmpty()) {
      lines.remove(line.kind);
    } else {
      waking.add(line);
    }
  }

  /** Nobody may be asked before that moment. */
  void later(Line line, Instant wake) {
    // whatever a calendar says, time goes on
    line.wake = wake.isAfter(line.wake) ? wake : line.wake.plusSeconds(60);
    waking.add(line);
  }

  /** None of it waits any more. */
  void dissolve(Line line) {
    lines.remove(line.kind);
  }

  /** How many posts wait. */
  int size() {
    return lines.values().stream().mapToInt(Line::size).sum();
  }
}
