package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.Cursor;
import no.grenselos.store.LogPositions;
import org.jdbi.v3.core.Handle;

record JdbcLogPositions(Handle handle) implements LogPositions {
  @Override
  public Cursor take(String partition, String node, Instant until) {
    handle
        .createUpdate(
            """
            insert into log_position (partition_name, position, node, held_until)
            values (:partition, :start, :node, :until)
            on conflict (partition_name) do update
            set node = excluded.node, held_until = excluded.held_until
            """)
        .bind("partition", partition)
        .bind("start", Cursor.START.text())
        .bind("node", node)
        .bind("until", Millis.of(until))
        .execute();
    return position(partition);
  }

  @Override
  public Optional<Cursor> keep(
      String partition, String node, long behind, Instant now, Instant until) {
    boolean ours =
        handle
                .createUpdate(
                    """
                    update log_position set node = :node, held_until = :until, behind = :behind
                    where partition_name = :partition
                      and (node is null or node = :node or held_until <= :now)
                    """)
                .bind("partition", partition)
                .bind("node", node)
                .bind("behind", behind)
                .bind("now", Millis.of(now))
                .bind("until", Millis.of(until))
                .execute()
            == 1;
    return ours ? Optional.of(position(partition)) : Optional.empty();
  }

  private Cursor position(String partition) {
    return handle
        .createQuery("select position from log_position where partition_name = :partition")
        .bind("partition", partition)
        .mapTo(String.class)
        .map(Cursor::new)
        .one();
  }

  @Override
  public void letGo(String partition, String node) {
    handle
        .createUpdate(
            """
            update log_position set node = null, held_until = null
            where partition_name = :partition and node = :node
            """)
        .bind("partition", partition)
        .bind("node", node)
        .execute();
  }

  @Override
  public boolean move(String partition, String node, Cursor before, Step step) {
    return handle
            .createUpdate(
                """
                update log_position
                set position = :after, moved_at = :at, behind = :behind,
                    skipped = skipped + :skipped, why = coalesce(:why, why)
                where partition_name = :partition and node = :node and position = :before
                """)
            .bind("partition", partition)
            .bind("node", node)
            .bind("before", before.text())
            .bind("after", step.after().text())
            .bind("at", Millis.of(step.at()))
            .bind("behind", step.behind())
            .bind("skipped", step.skipped())
            .bind("why", step.why())
            .execute()
        == 1;
  }

  @Override
  public void set(String partition, Cursor from) {
    handle
        .createUpdate(
            """
            insert into log_position (partition_name, position) values (:partition, :position)
            on conflict (partition_name) do update set position = excluded.position
            """)
        .bind("partition", partition)
        .bind("position", from.text())
        .execute();
  }

  @Override
  public List<Row> all() {
    return handle
        .createQuery("select * from log_position")
        .map((row, context) -> read(new Columns(row)))
        .stream()
        .sorted(Row.BY_NAME)
        .toList();
  }

  private static Row read(Columns row) throws SQLException {
    return new Row(
        row.text("partition_name"),
        new Cursor(row.text("position")),
        row.textOrNull("node"),
        row.momentOrNull("held_until"),
        row.momentOrNull("moved_at"),
        row.number("behind"),
        row.number("skipped"),
        row.textOrNull("why"));
  }
}
