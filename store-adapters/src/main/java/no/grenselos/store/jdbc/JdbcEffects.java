package no.grenselos.store.jdbc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.store.Effects;
import no.grenselos.ticket.Effect;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;

record JdbcEffects(Handle handle) implements Effects {
  /** Who told it, kept as JSON: people's names may hold what a text column does not take. */
  record Words(Colleague by) {}

  @Override
  public boolean tell(Told told) {
    return handle
            .createUpdate(
                """
                insert into effect (ticket, effect, words, told_at)
                select ticket, :effect, :words, :at from answered where ticket = :ticket
                on conflict (ticket) do update set effect = excluded.effect,
                    words = excluded.words, told_at = excluded.told_at
                where effect.effect <> excluded.effect
                """)
            .bind("ticket", told.ticket().number())
            .bind("effect", told.effect().name())
            .bind("words", Json.write(Words.class, new Words(told.by())))
            .bind("at", Millis.of(told.at()))
            .execute()
        == 1;
  }

  @Override
  public Optional<Told> of(TicketId ticket) {
    return handle
        .createQuery("select * from effect where ticket = :ticket")
        .bind("ticket", ticket.number())
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return new Told(
              ticket,
              Effect.valueOf(columns.text("effect")),
              columns.json(Words.class, "words").by(),
              columns.moment("told_at"));
        })
        .findOne();
  }

  @Override
  public boolean ask(TicketId ticket, String who, LocalDate day) {
    return handle
            .createUpdate(
                """
                insert into effect_asked (who, day, ticket) values (:who, :day, :ticket)
                on conflict do nothing
                """)
            .bind("who", who)
            .bind("day", day.toEpochDay())
            .bind("ticket", ticket.number())
            .execute()
        == 1;
  }

  @Override
  public boolean asked(TicketId ticket) {
    return handle
        .createQuery("select 1 from effect_asked where ticket = :ticket")
        .bind("ticket", ticket.number())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  @Override
  public List<TicketId> open(String who, int most) {
    return handle
        .createQuery(
            """
            select ticket from effect_asked a
            where who = :who and ticket is not null
                and not exists (select 1 from effect e where e.ticket = a.ticket)
            order by day desc limit :most
            """)
        .bind("who", who)
        .bind("most", most)
        .mapTo(Long.class)
        .map(TicketId::new)
        .list();
  }

  @Override
  public void takeBack(TicketId ticket) {
    for (String sql :
        List.of(
            "delete from effect where ticket = :ticket",
            "update effect_asked set ticket = null where ticket = :ticket")) {
      handle.createUpdate(sql).bind("ticket", ticket.number()).execute();
    }
  }
}
