package no.grenselos.forecast;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.forecast.Report.Change;
import no.grenselos.mention.Mention;

/** Counts posts by where they went and where they would go. Not thread safe. */
final class Changes {
  /** More kinds of change nobody reads; each is some hundred bytes. */
  private static final int KINDS = 10_000;

  private static final int TOLD = 200;

  private final Map<Way, Examples> ways = new LinkedHashMap<>();
  private int posts;

  private record Way(Destination from, Destination to) {}

  void add(Mention mention, Destination from, Destination to) {
    if (from.equals(to)) return;
    posts++;
    Way way = new Way(from, to);
    if (!ways.containsKey(way) && ways.size() >= KINDS) return;
    ways.computeIfAbsent(way, one -> new Examples()).add(mention);
  }

  int posts() {
    return posts;
  }

  /** Most posts first. */
  List<Change> told() {
    return ways.entrySet().stream()
        .map(one ->
            new Change(
                one.getKey().from(),
                one.getKey().to(),
                one.getValue().posts(),
                one.getValue().first()))
        .sorted(Comparator.comparingInt(Change::posts).reversed())
        .limit(TOLD)
        .toList();
  }
}
