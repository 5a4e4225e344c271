package no.grenselos.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes what is due of a queue for some time: only heads of groups, the longest due first. */
record QueueLease(Handle handle, Dialect dialect, String name) {
  /**
   * Reads the index queue_due from its first row, and stops at the last one asked for. It says that
   * a head is more than 0, and due at 0 or later, so that no other index fits.
   */
  static final String DUE =
      """
      select id, key, grp, content, received_at, attempts, unsure, version, stage from queue
      where name = :name and head > 0 and due_at >= 0 and due_at <= :now
      order by due_at, id limit :most
      """;

  /** An entry as leased by this caller. */
  record Leased(
      long id,
      String key,
      String group,
      String content,
      Instant receivedAt,
      int attempts,
      boolean unsure,
      long version,
      String lease) {

    private static Leased read(ResultSet row, String lease) throws SQLException {
      Columns columns = new Columns(row);
      return new Leased(
          columns.number("id"),
          columns.text("key"),
          columns.text("grp"),
          columns.text("content"),
          columns.moment("received_at"),
          columns.count("attempts") + 1,
          // a lease that lapsed without a word: nobody knows how far its holder came
          columns.flag("unsure") || columns.count("stage") == 1,
          columns.number("version"),
          lease);
    }
  }

  List<Leased> take(int most, Instant now, Instant end) {
    String lease = UUID.randomUUID().toString();
    List<Leased> due =
        handle
            .createQuery(DUE + dialect.skippingHeld())
            .bind("name", name)
            .bind("now", Millis.of(now))
            .bind("most", most)
            .map((row, context) -> Leased.read(row, lease))
            .list();
    if (due.isEmpty()) return due;
    handle
        .createUpdate(
            """
            update queue set unsure = case when stage = 1 then 1 else unsure end, stage = 1,
                attempts = attempts + 1, lease = :lease, leased_at = :now, due_at = :end,
                due_after_lease = null
            where id in (<ids>)
            """)
        .bind("lease", lease)
        .bind("now", Millis.of(now))
        .bind("end", Millis.of(end))
        .bindList("ids", due.stream().map(Leased::id).toList())
        .execute();
    return due;
  }
}
