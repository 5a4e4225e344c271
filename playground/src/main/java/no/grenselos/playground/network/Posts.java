package no.grenselos.playground.network;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every post there is, by the number of its id. Guarded by the network's lock. */
final class Posts {
  private final TreeMap<Long, Status> all = new TreeMap<>();
  private final Index replies = new Index(status -> status.place().inReplyTo());
  private final Index boosts = new Index(status -> status.place().boostOf());
  private final Index authors = new Index(status -> status.account().id());
  private final List<Index> indexes = List.of(replies, boosts, authors);
  private final Snowflakes ids;
  private final Clock clock;

  Posts(Snowflakes ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** Posts by what some have in common, as a post they answer. */
  private static final class Index {
    private final Map<String, NavigableMap<Long, Status>> groups = new HashMap<>();
    private final Function<Status, @Nullable String> common;

    Index(Function<Status, @Nullable String> common) {
      this.common = common;
    }

    NavigableMap<Long, Status> of(String key) {
      return groups.getOrDefault(key, Collections.emptyNavigableMap());
    }

    void put(Status status) {
      String key = common.apply(status);
      if (key != null) {
        groups.computeIfAbsent(key, unknown -> new TreeMap<>()).put(status.number(), status);
      }
    }

    void remove(Status status) {
      String key = common.apply(status);
      if (key != null && groups.containsKey(key)) {
        of(key).remove(status.number());
      }
    }
  }

  Status add(Account author, String text, String language, Status.Place place) {
    var version = new Status.Version(text, language, clock.instant());
    var status = new Status(ids.next(), author, List.of(version), place);
    return replace(status);
  }

  Status replace(Status status) {
    all.put(status.number(), status);
    indexes.forEach(index -> index.put(status));
    return status;
  }

  void remove(Status status) {
    all.remove(status.number());
    indexes.forEach(index -> index.remove(status));
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

  List<Status> some(Stretch stretch, Predicate<Status> wanted) {
    return stretch.cut(all, wanted);
  }

  /** Oldest first. */
  List<Status> repliesTo(String id) {
    return List.copyOf(replies.of(id).values());
  }

  List<Status> boostsOf(String id) {
    return List.copyOf(boosts.of(id).values());
  }

  Written by(Account author) {
    NavigableMap<Long, Status> own = authors.of(author.id());
    return own.isEmpty()
        ? new Written(0, Optional.empty())
        : new Written(own.size(), Optional.of(own.lastEntry().getValue().createdAt()));
  }
}
