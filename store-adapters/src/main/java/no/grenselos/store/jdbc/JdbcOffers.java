package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Load;
import no.grenselos.expert.Workload;
import no.grenselos.store.Facts;
import no.grenselos.store.Offers;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcOffers(Handle handle, Facts facts) implements Offers {
  @Override
  public Optional<Offer> make(
      TicketId ticket, ExpertId expert, Instant at, Instant until, LocalDate day, int nth) {
    return handle
        .createQuery(
            """
            insert into offer (ticket, expert, made_at, until_at, day, nth)
            values (:ticket, :expert, :at, :until, :day, :nth)
            on conflict do nothing
            returning id
            """)
        .bind("ticket", ticket.number())
        .bind("expert", expert.id())
        .bind("at", Millis.of(at))
        .bind("until", Millis.of(until))
        .bind("day", day.toEpochDay())
        .bind("nth", nth)
        .mapTo(Long.class)
        .findOne()
        .flatMap(id -> find(new OfferId(id)));
  }

  @Override
  public boolean end(OfferId id, OfferEnd end, Instant at) {
    return handle
            .createUpdate(
                """
                update offer set ending = :ending, ended_at = :at,
                    nth = case when :ending = 'AWAY' then -id else nth end
                where id = :id and ending is null
                """)
            .bind("ending", end.name())
            .bind("at", Millis.of(at))
            .bind("id", id.number())
            .execute()
        == 1;
  }

  @Override
  public Optional<Offer> find(OfferId id) {
    Query query = handle.createQuery("select * from offer where id = :id");
    return offers(query.bind("id", id.number())).stream().findFirst();
  }

  @Override
  public List<Offer> of(TicketId ticket) {
    Query query = handle.createQuery("select * from offer where ticket = :ticket order by id");
    return offers(query.bind("ticket", ticket.number()));
  }

  @Override
  public List<Offer> running(ExpertId expert) {
    Query query =
        handle.createQuery(
            "select * from offer where expert = :expert and ending is null order by id");
    return offers(query.bind("expert", expert.id()));
  }

  @Override
  public Load load(ExpertId expert, LocalDate day) {
    return new Load(count(expert, day, day), count(expert, day.minusDays(6), day));
  }

  @Override
  public Workload workload(ExpertId expert, LocalDate from, LocalDate to) {
    Map<String, Integer> ends = new HashMap<>();
    handle
        .createQuery(
            """
            select coalesce(ending, '') as ended, count(*) as many from offer
            where expert = :expert and day >= :from and day <= :to and nth > 0
            group by coalesce(ending, '')
            """)
        .bind("expert", expert.id())
        .bind("from", from.toEpochDay())
        .bind("to", to.toEpochDay())
        .map((row, context) -> Map.entry(row.getString("ended"), row.getInt("many")))
        .forEach(end -> ends.put(end.getKey(), end.getValue()));
    return new Workload(
        ends.getOrDefault(OfferEnd.CLAIMED.name(), 0),
        ends.getOrDefault(OfferEnd.PASSED.name(), 0),
        ends.getOrDefault(OfferEnd.LATER.name(), 0),
        ends.getOrDefault(OfferEnd.LAPSED.name(), 0),
        ends.getOrDefault(OfferEnd.OVERTAKEN.name(), 0),
        ends.getOrDefault("", 0),
        facts.asked(expert, from, to));
  }

  private int count(ExpertId expert, LocalDate from, LocalDate to) {
    return handle
        .createQuery(
            """
            select (select count(*) from offer
                    where expert = :expert and day >= :from and day <= :to and nth > 0)
                + (select count(*) from fact_asked
                    where expert = :expert and day >= :from and day <= :to)
            """)
        .bind("expert", expert.id())
        .bind("from", from.toEpochDay())
        .bind("to", to.toEpochDay())
        .mapTo(Integer.class)
        .one();
  }

  private static List<Offer> offers(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Offer read(Columns row) throws SQLException {
    String ending = row.textOrNull("ending");
    return new Offer(
        new OfferId(row.number("id")),
        new TicketId(row.number("ticket")),
        new ExpertId(row.text("expert")),
        row.moment("made_at"),
        row.moment("until_at"),
        LocalDate.ofEpochDay(row.number("day")),
        row.count("nth"),
        ending == null ? null : OfferEnd.valueOf(ending),
        row.momentOrNull("ended_at"));
  }
}
