package no.grenselos.playground.network;

import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every post there is, by the number of its id. Guarded by the network's lock. */
final class Posts {
  private final TreeMap<Long, Status> all = new TreeMap<>();
  private final Snowflakes ids;
  private final Clock clock;

  Posts(Snowflakes ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  Status add(Account author, String text, String language, Status.Place place) {
    var version = new Status.Version(text, language, clock.instant());
    var status = new Status(ids.next(), author, List.of(version), place);
    return replace(status);
  }

  Status replace(Status status) {
    all.put(status.number(), status);
    return status;
  }

  void remove(Status status) {
    all.remove(status.number());
  }

  Optional<Status> find(@Nullable String id) {
    return id == null || !id.matches("[0-9]{1,18}")
        ? Optional.empty()
        : Optional.ofNullable(all.get(Long.parseLong(id)));
  }

  Status require(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no post " + id));
  }

  List<Status> newestFirst() {
    return List.copyOf(all.descendingMap().values());
  }

  /** Oldest first. */
  List<Status> repliesTo(String id) {
    return all.values().stream().filter(one -> id.equals(one.place().inReplyTo())).toList();
  }

  List<Status> boostsOf(String id) {
    return all.values().stream().filter(one -> id.equals(one.place().boostOf())).toList();
  }
}
