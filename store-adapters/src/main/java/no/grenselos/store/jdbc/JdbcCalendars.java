package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.expert.ExpertId;
import no.grenselos.store.Calendars;
import org.jdbi.v3.core.Handle;

/** The moment at which a calendar is due is its lease too: whoever moves it on has it. */
record JdbcCalendars(Handle handle) implements Calendars {
  @Override
  public boolean due(ExpertId expert, Instant now) {
    return handle
        .createQuery("select due_at from calendar_reading where expert = :expert")
        .bind("expert", expert.id())
        .mapTo(Long.class)
        .findOne()
        .map(due -> due <= Millis.of(now))
        .orElse(true);
  }

  @Override
  public boolean take(ExpertId expert, Instant now, Instant until) {
    return handle
            .createUpdate(
                """
                insert into calendar_reading (expert, due_at) values (:expert, :until)
                on conflict (expert) do update set due_at = excluded.due_at
                where calendar_reading.due_at <= :now
                """)
            .bind("expert", expert.id())
            .bind("until", Millis.of(until))
            .bind("now", Millis.of(now))
            .execute()
        == 1;
  }

  @Override
  public void done(ExpertId expert, Reading reading) {
    handle
        .createUpdate(
            """
            insert into calendar_reading (expert, due_at, read_at, problem)
            values (:expert, :due, :read, :problem)
            on conflict (expert) do update set due_at = excluded.due_at,
                read_at = excluded.read_at, problem = excluded.problem
            """)
        .bind("expert", expert.id())
        .bind("due", Millis.of(reading.next()))
        .bind("read", Millis.of(reading.at()))
        .bind("problem", reading.problem())
        .execute();
  }

  @Override
  public Optional<Reading> last(ExpertId expert) {
    return handle
        .createQuery(
            """
            select due_at, read_at, problem from calendar_reading
            where expert = :expert and read_at is not null
            """)
        .bind("expert", expert.id())
        .map((row, context) -> read(new Columns(row)))
        .findOne();
  }

  private static Reading read(Columns row) throws SQLException {
    return new Reading(row.moment("read_at"), row.moment("due_at"), row.text("problem"));
  }
}
