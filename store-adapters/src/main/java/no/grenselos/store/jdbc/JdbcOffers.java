package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  /** Few enough for a statement on either engine. */
  private static final int AT_ONCE = 1_000;

  /** The days of a week before its last. */
  private static final int WEEK = 6;

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
  public Map<ExpertId, Load> loads(Map<ExpertId, LocalDate> days) {
    Map<ExpertId, Load> loads = new HashMap<>();
    List<ExpertId> experts = List.copyOf(days.keySet());
    for (int from = 0; from < experts.size(); from += AT_ONCE) {
      List<ExpertId> some = experts.subList(from, Math.min(from + AT_ONCE, experts.size()));
      add(loads, some, days);
    }
    return loads;
  }

  private void add(
      Map<ExpertId, Load> loads, List<ExpertId> experts, Map<ExpertId, LocalDate> days) {
    long last = Long.MIN_VALUE;
    long first = Long.MAX_VALUE;
    for (ExpertId expert : experts) {
      long day = day(days, expert);
      last = Math.max(last, day);
      first = Math.min(first, day - WEEK);
      loads.put(expert, Load.NONE);
    }
    handle
        .createQuery(
            """
            select expert, day, count(*) as many from (
                select expert, day from offer
                where expert in (<experts>) and day >= :first and day <= :last and nth > 0
                union all
                select expert, day from fact_asked
                where expert in (<experts>) and day >= :first and day <= :last) as asked
            group by expert, day
            """)
        .bindList("experts", experts.stream().map(ExpertId::id).toList())
        .bind("first", first)
        .bind("last", last)
        .map((row, context) ->
            new Asked(
                new ExpertId(row.getString("expert")), row.getLong("day"), row.getInt("many")))
        .forEach(asked ->
            loads.merge(
                asked.expert(),
                asked.on(day(days, asked.expert())),
                (one, other) -> new Load(one.today() + other.today(), one.week() + other.week())));
  }

  private static long day(Map<ExpertId, LocalDate> days, ExpertId expert) {
    return Objects.requireNonNull(days.get(expert)).toEpochDay();
  }

  /** How often somebody was asked on a day. */
  private record Asked(ExpertId expert, long day, int many) {
    /** What it adds to the load of that day. */
    Load on(long today) {
      return new Load(day == today ? many : 0, day >= today - WEEK && day <= today ? many : 0);
    }
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
