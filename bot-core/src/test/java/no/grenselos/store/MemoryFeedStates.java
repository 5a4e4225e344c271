package no.grenselos.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;

/**
 * @param rows by feed
 */
record MemoryFeedStates(SortedMap<String, FeedStates.Row> rows) implements FeedStates {
  @Override
  public boolean hold(FeedLabel feed, String node, Instant now, Instant until) {
    Row before = rows.get(feed.name());
    if (before != null && isAnothers(before, node, now)) return false;
    FeedState state = before == null ? FeedState.begun(now) : before.state();
    rows.put(feed.name(), new Row(feed, node, until, state));
    return true;
  }

  private static boolean isAnothers(Row row, String node, Instant now) {
    return row.holder() != null
        && !row.holder().equals(node)
        && row.heldUntil() != null
        && now.isBefore(row.heldUntil());
  }

  @Override
  public void letGo(String feed, String node) {
    find(feed)
        .filter(row -> node.equals(row.holder()))
        .ifPresent(row -> rows.put(feed, new Row(row.label(), null, null, row.state())));
  }

  @Override
  public boolean save(String feed, String node, FeedState state) {
    Optional<Row> mine = find(feed).filter(row -> node.equals(row.holder()));
    mine.ifPresent(row -> rows.put(feed, new Row(row.label(), node, row.heldUntil(), state)));
    return mine.isPresent();
  }

  @Override
  public Optional<Row> find(String feed) {
    return Optional.ofNullable(rows.get(feed));
  }

  @Override
  public List<Row> all() {
    return List.copyOf(rows.values());
  }

  @Override
  public long read(String meter, YearMonth month) {
    return rows.values().stream()
        .filter(row -> row.label().meter().equals(meter))
        .mapToLong(row -> row.state().postsIn(month))
        .sum();
  }
}
