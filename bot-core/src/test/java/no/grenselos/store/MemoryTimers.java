package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * @param rows the moment by kind and id
 */
record MemoryTimers(SortedMap<String, Timers.Timer> rows) implements Timers {
  @Override
  public void set(String kind, String id, Instant due) {
    rows.put(kind + " " + id, new Timer(kind, id, due));
  }

  @Override
  public boolean setOnce(String kind, String id, Instant due) {
    return rows.putIfAbsent(kind + " " + id, new Timer(kind, id, due)) == null;
  }

  @Override
  public void clear(String kind, String id) {
    rows.remove(kind + " " + id);
  }

  @Override
  public List<Timer> due(Instant now, int most) {
    return rows.values().stream()
        .filter(timer -> !timer.due().isAfter(now))
        .sorted(Comparator.comparing(Timer::due))
        .limit(most)
        .toList();
  }

  @Override
  public boolean take(Timer timer) {
    return rows.remove(timer.kind() + " " + timer.id(), timer);
  }
}
