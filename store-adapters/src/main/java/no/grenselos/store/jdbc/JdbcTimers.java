package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.List;
import no.grenselos.store.Timers;
import org.jdbi.v3.core.Handle;

record JdbcTimers(Handle handle) implements Timers {
  @Override
  public void set(String kind, String id, Instant due) {
    handle
        .createUpdate(
            """
            insert into timer (kind, id, due_at) values (:kind, :id, :due)
            on conflict (kind, id) do update set due_at = excluded.due_at
            """)
        .bind("kind", kind)
        .bind("id", id)
        .bind("due", Millis.of(due))
        .execute();
  }

  @Override
  public boolean setOnce(String kind, String id, Instant due) {
    return handle
            .createUpdate(
                """
                insert into timer (kind, id, due_at) values (:kind, :id, :due)
                on conflict do nothing
                """)
            .bind("kind", kind)
            .bind("id", id)
            .bind("due", Millis.of(due))
            .execute()
        == 1;
  }

  @Override
  public void clear(String kind, String id) {
    handle
        .createUpdate("delete from timer where kind = :kind and id = :id")
        .bind("kind", kind)
        .bind("id", id)
        .execute();
  }

  @Override
  public List<Timer> due(Instant now, int most) {
    return handle
        .createQuery(
            "select * from timer where due_at <= :now order by due_at, kind, id limit :most")
        .bind("now", Millis.of(now))
        .bind("most", most)
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return new Timer(columns.text("kind"), columns.text("id"), columns.moment("due_at"));
        })
        .list();
  }

  @Override
  public boolean take(Timer timer) {
    return handle
            .createUpdate("delete from timer where kind = :kind and id = :id and due_at = :due")
            .bind("kind", timer.kind())
            .bind("id", timer.id())
            .bind("due", Millis.of(timer.due()))
            .execute()
        == 1;
  }
}
