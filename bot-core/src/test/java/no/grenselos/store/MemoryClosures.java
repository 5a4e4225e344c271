package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * @param rows by kind, house and id
 */
record MemoryClosures(SortedMap<String, Closures.Closure> rows) implements Closures {
  @Override
  public boolean begin(Closure c) {
    Closure before = rows.get(key(c.kind(), c.house(), c.id()));
    if (before != null && before.until() == null) return false;
    rows.put(key(c.kind(), c.house(), c.id()), c);
    return true;
  }

  @Override
  public boolean end(Kind kind, String house, String id, Instant at) {
    Closure before = rows.get(key(kind, house, id));
    if (before == null || before.until() != null) return false;
    rows.put(
        key(kind, house, id),
        new Closure(kind, house, id, before.name(), before.why(), before.since(), at));
    return true;
  }

  @Override
  public Optional<Closure> find(Kind kind, String house, String id) {
    return Optional.ofNullable(rows.get(key(kind, house, id)));
  }

  @Override
  public List<Closure> running() {
    return rows.values().stream()
        .filter(closure -> closure.until() == null)
        .sorted(Comparator.comparing(Closure::since))
        .toList();
  }

  private static String key(Kind kind, String house, String id) {
    return kind + " " + house + " " + id;
  }
}
