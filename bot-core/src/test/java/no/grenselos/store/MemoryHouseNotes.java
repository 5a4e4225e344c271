package no.grenselos.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * @param rows by house and key
 */
record MemoryHouseNotes(SortedMap<String, MemoryHouseNotes.Row> rows) implements HouseNotes {
  record Row(String house, String key, String value, @Nullable Instant until) {}

  @Override
  public Optional<String> find(String house, String key) {
    return Optional.ofNullable(rows.get(place(house, key))).map(Row::value);
  }

  @Override
  public Map<String, String> startingWith(String house, String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    rows.values().stream()
        .filter(row -> row.house().equals(house) && row.key().startsWith(prefix))
        .forEach(row -> found.put(row.key(), row.value()));
    return found;
  }

  @Override
  public void keep(String house, String key, String value, @Nullable Instant until) {
    rows.put(place(house, key), new Row(house, key, value, until));
  }

  @Override
  public boolean keepFirst(String house, String key, String value) {
    return rows.putIfAbsent(place(house, key), new Row(house, key, value, null)) == null;
  }

  @Override
  public void forget(String house, String key) {
    rows.remove(place(house, key));
  }

  @Override
  public void sweep(Instant now) {
    rows.values().removeIf(row -> row.until() != null && !row.until().isAfter(now));
  }

  private static String place(String house, String key) {
    return house + " " + key;
  }
}
