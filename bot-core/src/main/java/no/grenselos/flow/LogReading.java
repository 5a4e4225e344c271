package no.grenselos.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Skipped;
import no.grenselos.log.RelayReader;
import no.grenselos.log.RelayReader.Arrived;
import no.grenselos.log.RelayReader.Batch;
import no.grenselos.store.LogPositions;
import no.grenselos.work.Work;
import no.grenselos.work.Workroom;
import org.jspecify.annotations.Nullable;

/**
 * Reads this node's share of the log: the events of a batch and where its partition goes on are
 * stored together, under the condition that the partition still stands where the batch began and is
 * this node's. So whatever the log repeats, and whatever a node does that was not told in time that
 * it lost a partition, each event is stored once and none is left out.
 */
final class LogReading {
  /** How long the others leave a partition to a node that says nothing any more. */
  static final Duration HOLD = Duration.ofSeconds(20);

  /** So often a node looks whether the admin set its partitions elsewhere. */
  static final Duration AGAIN = Duration.ofSeconds(5);

  private static final Duration TROUBLED = Duration.ofSeconds(2);

  private final RelayReader reader;
  private final Workroom room;
  private final String node;
  private final Clock onward;

  /** Where partitions stand that are being read. */
  private final Map<String, Cursor> at = new LinkedHashMap<>();

  /** Fell to this node, and not begun yet. */
  private final Set<String> fresh = new LinkedHashSet<>();

  /** Are ours as the log says, but another node has them as the store says. */
  private final Set<String> resting = new LinkedHashSet<>();

  private @Nullable Instant lookedAt;
  private Optional<String> trouble = Optional.empty();

  LogReading(RelayReader reader, Workroom room, String node) {
    this.reader = reader;
    this.room = room;
    this.onward = room.onward();
    this.node = node;
  }

  /** One round. Returns how long to rest. */
  Duration round() {
    Arrived arrived = reader.next();
    Deque<Batch> left = new ArrayDeque<>(arrived.batches());
    try {
      note(arrived);
      while (!left.isEmpty()) {
        keep(left.element());
        left.remove();
      }
      if (!fresh.isEmpty()) begin();
      if (lookedAt == null || !onward.instant().isBefore(lookedAt.plus(AGAIN))) look();
    } finally {
      // what the store did not take now is handed out again
      left.forEach(batch -> reader.goOn(batch.partition(), batch.before()));
    }
    return arrived.trouble().isPresent() ? TROUBLED : Duration.ZERO;
  }

  private void note(Arrived arrived) {
    for (String partition : arrived.taken()) forget(partition);
    fresh.addAll(arrived.given());
    if (!arrived.trouble().equals(trouble)) {
      trouble = arrived.trouble();
      room.tell("log.read", trouble.map(why -> "waits: " + why).orElse("goes on"));
    }
    if (arrived.taken().isEmpty()) return;
    boolean unused =
        room.write(work -> {
          arrived.taken().forEach(gone -> work.books().logPositions().letGo(gone, node));
          return true;
        });
  }

  private void forget(String partition) {
    at.remove(partition);
    fresh.remove(partition);
    resting.remove(partition);
  }

  private void keep(Batch batch) {
    if (!batch.before().equals(at.get(batch.partition()))) return;
    int added;
    try {
      added = room.write(work -> store(work, batch));
    } catch (LeaseLost e) {
      rest(batch.partition());
      return;
    }
    at.put(batch.partition(), batch.page().next());
    reader.stored(batch);
    if (added > 0) room.signals().mentions().raise();
  }

  private int store(Work work, Batch batch) {
    Fetch.Page page = batch.page();
    List<Skipped> skipped = page.skipped();
    LogPositions.Step step =
        new LogPositions.Step(
            page.next(),
            work.now(),
            reader.behind(batch.partition()),
            skipped.size(),
            skipped.isEmpty()
                ? null
                : skipped.getLast().item() + ": " + skipped.getLast().reason());
    LogPositions positions = work.books().logPositions();
    if (!positions.move(batch.partition(), node, batch.before(), step)) {
      throw new LeaseLost();
    }
    return Incoming.keep(work, batch.partition(), page);
  }

  /** The log may know by now who reads it, or the admin set it elsewhere: {@link #look} tells. */
  private void rest(String partition) {
    room.tell("log.overtaken", partition);
    at.remove(partition);
    resting.add(partition);
    reader.rest(partition);
    lookedAt = null;
  }

  private void begin() {
    Map<String, Cursor> begun =
        room.write(work -> {
          Map<String, Cursor> cursors = new LinkedHashMap<>();
          for (String partition : fresh) {
            cursors.put(
                partition, work.books().logPositions().take(partition, node, until(work.now())));
          }
          return cursors;
        });
    fresh.clear();
    begun.forEach(this::goOn);
  }

  private void goOn(String partition, Cursor from) {
    resting.remove(partition);
    at.put(partition, from);
    reader.goOn(partition, from);
    room.tell("log.reads", partition + " from " + (from.atStart() ? "its start" : from.text()));
  }

  /** Says that this node still reads its partitions, and learns where the store has them. */
  private void look() {
    Set<String> ours = new LinkedHashSet<>(at.keySet());
    ours.addAll(resting);
    Map<String, Optional<Cursor>> stored =
        ours.isEmpty() ? Map.of() : room.write(work -> kept(work, ours));
    lookedAt = onward.instant();
    stored.forEach((partition, cursor) -> {
      if (cursor.isEmpty() && at.containsKey(partition)) {
        rest(partition);
        lookedAt = onward.instant();
      }
      cursor.filter(there -> !there.equals(at.get(partition))).ifPresent(c -> goOn(partition, c));
    });
  }

  private Map<String, Optional<Cursor>> kept(Work work, Set<String> partitions) {
    Map<String, Optional<Cursor>> cursors = new LinkedHashMap<>();
    LogPositions positions = work.books().logPositions();
    for (String partition : partitions) {
      long behind = reader.behind(partition);
      cursors.put(
          partition, positions.keep(partition, node, behind, work.now(), until(work.now())));
    }
    return cursors;
  }

  private static Instant until(Instant now) {
    return now.plus(HOLD);
  }

  /** Leaves the partitions to the others at once. */
  void letGo() {
    boolean unused =
        room.write(work -> {
          at.keySet().forEach(ours -> work.books().logPositions().letGo(ours, node));
          return true;
        });
  }

  void close() {
    reader.close();
  }
}
