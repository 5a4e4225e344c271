package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.store.Closures;
import org.jdbi.v3.core.Handle;

record JdbcClosures(Handle handle) implements Closures {
  @Override
  public boolean begin(Closure closure) {
    return handle
            .createUpdate(
                """
                insert into closure (kind, house, id, name, why, since)
                values (:kind, :house, :id, :name, :why, :since)
                on conflict (kind, house, id) do update
                set name = excluded.name, why = excluded.why, since = excluded.since,
                    until_at = null
                where closure.until_at is not null
                """)
            .bind("kind", closure.kind().name())
            .bind("house", closure.house())
            .bind("id", closure.id())
            .bind("name", closure.name())
            .bind("why", closure.why())
            .bind("since", Millis.of(closure.since()))
            .execute()
        == 1;
  }

  @Override
  public boolean end(Kind kind, String house, String id, Instant at) {
    return handle
            .createUpdate(
                """
                update closure set until_at = :at
                where kind = :kind and house = :house and id = :id and until_at is null
                """)
            .bind("kind", kind.name())
            .bind("house", house)
            .bind("id", id)
            .bind("at", Millis.of(at))
            .execute()
        == 1;
  }

  @Override
  public Optional<Closure> find(Kind kind, String house, String id) {
    return handle
        .createQuery("select * from closure where kind = :kind and house = :house and id = :id")
        .bind("kind", kind.name())
        .bind("house", house)
        .bind("id", id)
        .map((row, context) -> read(new Columns(row)))
        .findOne();
  }

  @Override
  public List<Closure> running() {
    return handle
        .createQuery("select * from closure where until_at is null order by since, kind, house, id")
        .map((row, context) -> read(new Columns(row)))
        .list();
  }

  private static Closure read(Columns row) throws SQLException {
    return new Closure(
        Kind.valueOf(row.text("kind")),
        row.text("house"),
        row.text("id"),
        row.text("name"),
        row.text("why"),
        row.moment("since"),
        row.momentOrNull("until_at"));
  }
}
