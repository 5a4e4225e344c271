package no.grenselos.playground.network;

import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A part of a list that is sorted by number: the newest that fit, or those just above its lower
 * end; newest first either way.
 *
 * @param limit entries, 1 or more
 * @param below numbers must be smaller
 * @param above numbers must be greater
 * @param upwards whether to take the entries nearest to {@code above}
 */
public record Stretch(int limit, long below, long above, boolean upwards) {

  /** Looks at no more entries than it takes to find as many as it wants. */
  public <T> List<T> cut(NavigableMap<Long, T> all, Predicate<? super T> wanted) {
    if (above >= below) {
      return List.of();
    }
    NavigableMap<Long, T> part = all.subMap(above, false, below, false);
    List<T> found = some((upwards ? part : part.descendingMap()).values().stream(), wanted);
    return upwards ? found.reversed() : found;
  }

  private <T> List<T> some(Stream<T> entries, Predicate<? super T> wanted) {
    return entries.filter(wanted).limit(limit).toList();
  }
}
