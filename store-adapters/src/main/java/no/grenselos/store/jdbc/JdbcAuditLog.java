package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.store.AuditLog;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcAuditLog(Handle handle) implements AuditLog {
  private record Count(String what, long times) {}

  @Override
  public void add(Entry entry) {
    TicketId ticket = entry.ticket();
    handle
        .createUpdate(
            """
            insert into audit (happened_at, who, what, ticket, detail)
            values (:at, :who, :what, :ticket, :detail)
            """)
        .bind("at", Millis.of(entry.at()))
        .bind("who", entry.who())
        .bind("what", entry.what())
        .bind("ticket", ticket == null ? null : (Long) ticket.number())
        .bind("detail", entry.detail())
        .execute();
  }

  @Override
  public List<Entry> of(TicketId ticket) {
    Query query = handle.createQuery("select * from audit where ticket = :ticket order by id");
    return entries(query.bind("ticket", ticket.number()));
  }

  @Override
  public List<Entry> latest(int most) {
    Query query = handle.createQuery("select * from audit order by id desc limit :most");
    return entries(query.bind("most", most));
  }

  @Override
  public List<Numbered> find(Filter filter, long below, int most) {
    TicketId ticket = filter.ticket();
    return new Conditions()
        .and("id < :below", "below", below > 0 ? below : null)
        .is("who", filter.who())
        .beginsWith("what", filter.what())
        .and("ticket = :ticket", "ticket", ticket == null ? null : ticket.number())
        .within("happened_at", filter.from(), filter.before())
        .query(handle, "select * from audit", "order by id desc limit :most")
        .bind("most", most)
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return new Numbered(columns.number("id"), read(columns));
        })
        .list();
  }

  @Override
  public Map<String, Long> counts() {
    return handle
        .createQuery("select what, count(*) as times from audit group by what")
        .map((row, context) -> new Count(row.getString("what"), row.getLong("times")))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Count::what, Count::times));
  }

  private static List<Entry> entries(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Entry read(Columns row) throws SQLException {
    Long ticket = row.numberOrNull("ticket");
    return new Entry(
        row.moment("happened_at"),
        row.text("who"),
        row.text("what"),
        ticket == null ? null : new TicketId(ticket),
        row.text("detail"));
  }
}
