package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.feed.Cursor;
import org.jspecify.annotations.Nullable;

record MemoryLogPositions(SortedMap<String, LogPositions.Row> rows) implements LogPositions {
  private Row row(String partition) {
    return rows.getOrDefault(
        partition, new Row(partition, Cursor.START, null, null, null, 0, 0, null));
  }

  private static Row held(Row row, @Nullable String node, @Nullable Instant until, long behind) {
    return new Row(
        row.partition(),
        row.position(),
        node,
        until,
        row.movedAt(),
        behind,
        row.skipped(),
        row.why());
  }

  @Override
  public Cursor take(String partition, String node, Instant until) {
    Row row = row(partition);
    rows.put(partition, held(row, node, until, row.behind()));
    return row.position();
  }

  @Override
  public Optional<Cursor> keep(
      String partition, String node, long behind, Instant now, Instant until) {
    Row row = rows.get(partition);
    if (row == null) return Optional.empty();
    boolean free = row.node() == null || row.node().equals(node) || row.reader(now).isEmpty();
    if (!free) return Optional.empty();
    rows.put(partition, held(row, node, until, behind));
    return Optional.of(row.position());
  }

  @Override
  public void letGo(String partition, String node) {
    Row row = rows.get(partition);
    if (row == null || !node.equals(row.node())) return;
    rows.put(partition, held(row, null, null, row.behind()));
  }

  @Override
  public boolean move(String partition, String node, Cursor before, Step step) {
    Row row = rows.get(partition);
    if (row == null || !node.equals(row.node()) || !row.position().equals(before)) return false;
    rows.put(
        partition,
        new Row(
            partition,
            step.after(),
            row.node(),
            row.heldUntil(),
            step.at(),
            step.behind(),
            row.skipped() + step.skipped(),
            step.why() == null ? row.why() : step.why()));
    return true;
  }

  @Override
  public void set(String partition, Cursor from) {
    Row row = row(partition);
    rows.put(
        partition,
        new Row(
            partition,
            from,
            row.node(),
            row.heldUntil(),
            row.movedAt(),
            row.behind(),
            row.skipped(),
            row.why()));
  }

  @Override
  public List<Row> all() {
    return rows.values().stream().sorted(Row.BY_NAME).toList();
  }
}
