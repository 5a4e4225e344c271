package no.grenselos.chat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A memory that outlives an adapter, but not a test; it forgets nothing by itself. */
public final class KeptInMemory implements ChatMemory {
  private final SortedMap<String, String> notes = new ConcurrentSkipListMap<>();

  @Override
  public Optional<String> recall(String key) {
    return Optional.ofNullable(notes.get(key));
  }

  @Override
  public Map<String, String> recallAll(String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    notes.forEach((key, value) -> {
      if (key.startsWith(prefix)) found.put(key, value);
    });
    return found;
  }

  @Override
  public void keep(String key, String value) {
    notes.put(key, value);
  }

  @Override
  public void keep(String key, String value, Instant until) {
    notes.put(key, value);
  }

  @Override
  public String keepFirst(String key, String value) {
    String before = notes.putIfAbsent(key, value);
    return before == null ? value : before;
  }

  @Override
  public void forget(String key) {
    notes.remove(key);
  }
}
