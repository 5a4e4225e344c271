package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.store.RuleDrafts;
import org.jdbi.v3.core.Handle;

record JdbcRuleDrafts(Handle handle) implements RuleDrafts {
  @Override
  public long keep(ChatEvent event) {
    return handle
        .createQuery("insert into rule_draft (draft) values (:draft) returning id")
        .bind("draft", Json.write(ChatEvent.class, event))
        .mapTo(Long.class)
        .one();
  }

  @Override
  public Optional<Draft> find(long number) {
    return handle
        .createQuery("select * from rule_draft where id = :id")
        .bind("id", number)
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return new Draft(
              columns.number("id"),
              columns.json(ChatEvent.class, "draft"),
              columns.momentOrNull("ended_at"));
        })
        .findOne();
  }

  @Override
  public boolean end(long number, Instant at) {
    return handle
            .createUpdate(
                "update rule_draft set ended_at = :at where id = :id and ended_at is null")
            .bind("at", Millis.of(at))
            .bind("id", number)
            .execute()
        == 1;
  }
}
