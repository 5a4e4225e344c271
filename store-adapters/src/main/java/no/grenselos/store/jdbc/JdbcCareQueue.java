package no.grenselos.store.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.grenselos.store.CareQueue;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcCareQueue(Handle handle) implements CareQueue {
  /** As the index has it, word for word: else SQLite would not use it. */
  static final String IN_HAND =
      " queue = :channel and standing in ('Open', 'Offered', 'Claimed', 'Proposed', 'Drafted')";

  static final String IN_CONVERSATION =
      """
      select * from ticket where customer = :customer and conversation = :conversation
      order by id desc limit 1
      """;

  /** As {@link Millis} keeps a moment that never comes. */
  private static final long NEVER = Long.MAX_VALUE;

  @Override
  public void put(TicketId ticket, String channel) {
    handle
        .createUpdate("update ticket set queue = :channel where id = :id")
        .bind("channel", channel)
        .bind("id", ticket.number())
        .execute();
    new JdbcFindRows(handle).moves(ticket, channel);
  }

  @Override
  public Optional<String> channelOf(TicketId ticket) {
    return handle
        .createQuery("select queue from ticket where id = :id and queue is not null")
        .bind("id", ticket.number())
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public List<Ticket> list(String channel, Filter filter, int most) {
    Query query =
        handle
            .createQuery(
                "select * from ticket where"
                    + IN_HAND
                    + which(filter)
                    + " order by coalesce(promised_at, :never), opened_at, id limit :most")
            .bind("channel", channel)
            .bind("never", NEVER)
            .bind("most", most);
    return JdbcTickets.tickets(
        switch (filter) {
          case Filter.All all -> query;
          case Filter.Free free -> query;
          case Filter.Of of -> query.bind("who", of.who());
          case Filter.Late late -> query.bind("now", Millis.of(late.now()));
        });
  }

  private static String which(Filter filter) {
    return switch (filter) {
      case Filter.All all -> "";
      case Filter.Free free -> " and owner is null";
      case Filter.Of of -> " and owner = :who";
      case Filter.Late late -> " and promised_at < :now";
    };
  }

  @Override
  public Counts counts(String channel, Instant now) {
    return handle
        .createQuery(
            """
            select count(*) - count(owner) as free, count(owner) as taken,
                count(case when promised_at < :now then 1 end) as late,
                min(case when owner is null then opened_at end) as oldest
            from ticket where
            """
                + IN_HAND)
        .bind("channel", channel)
        .bind("now", Millis.of(now))
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return new Counts(
              columns.count("free"),
              columns.count("taken"),
              columns.count("late"),
              columns.momentOrNull("oldest"));
        })
        .one();
  }

  @Override
  public SortedMap<String, Integer> inHand(String channel) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    handle
        .createQuery(
            "select owner, count(*) as tickets from ticket where"
                + IN_HAND
                + " and owner is not null group by owner")
        .bind("channel", channel)
        .map((row, context) -> {
          Columns columns = new Columns(row);
          return counts.put(columns.text("owner"), columns.count("tickets")) == null;
        })
        .list();
    return counts;
  }

  @Override
  public void about(TicketId ticket, String customer, String conversation) {
    handle
        .createUpdate(
            """
            update ticket set customer = :customer, conversation = :conversation where id = :id
            """)
        .bind("customer", customer)
        .bind("conversation", conversation)
        .bind("id", ticket.number())
        .execute();
  }

  @Override
  public List<Ticket> ofCustomer(String customer, Instant since, int most) {
    return JdbcTickets.tickets(
        handle
            .createQuery(
                """
                select * from ticket where customer = :customer and opened_at >= :since
                order by id desc limit :most
                """)
            .bind("customer", customer)
            .bind("since", Millis.of(since))
            .bind("most", most));
  }

  @Override
  public Optional<Ticket> inConversation(String customer, String conversation) {
    return JdbcTickets.tickets(
            handle
                .createQuery(IN_CONVERSATION)
                .bind("customer", customer)
                .bind("conversation", conversation))
        .stream()
        .findFirst();
  }
}
