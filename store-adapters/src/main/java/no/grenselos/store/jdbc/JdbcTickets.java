package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Because;
import no.grenselos.route.Lane;
import no.grenselos.route.Terms;
import no.grenselos.store.Tickets;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcTickets(Handle handle) implements Tickets {
  /** Adding 0 keeps engines from reading all tickets by id: the few due ones are sorted instead. */
  static final String DUE =
      "select * from ticket where wake_at <= :now order by id + 0 limit :most";

  @Override
  public Optional<Ticket> open(Ticket.Draft draft) {
    TopicId topic = draft.topic();
    return handle
        .createQuery(
            """
            insert into ticket (mention, lane, topic, terms, because, state, opened_at,
                promised_at, wake_at, version, queue, standing)
            values (:mention, :lane, :topic, :terms, :because, :state, :opened, :promised, :wake, 0,
                :queue, 'Open')
            on conflict do nothing
            returning id
            """)
        .bind("mention", draft.mention().toString())
        .bind("lane", draft.lane().name())
        .bind("topic", topic == null ? null : topic.id())
        .bind("terms", Json.write(Terms.class, draft.terms()))
        .bind("because", Json.write(Because.class, draft.because()))
        .bind("state", Json.write(TicketState.class, new TicketState.Open(draft.openedAt())))
        .bind("opened", Millis.of(draft.openedAt()))
        .bind("promised", Millis.orNull(draft.promisedAt()))
        .bind("wake", Millis.orNull(draft.wakeAt()))
        .bind("queue", draft.lane() == Lane.EXPERT ? null : draft.terms().channel())
        .mapTo(Long.class)
        .findOne()
        .flatMap(id -> {
          new JdbcFindRows(handle).add(new TicketId(id), draft);
          return find(new TicketId(id));
        });
  }

  @Override
  public Optional<Ticket> find(TicketId id) {
    Query query = handle.createQuery("select * from ticket where id = :id");
    return tickets(query.bind("id", id.number())).stream().findFirst();
  }

  @Override
  public Optional<Ticket> of(MentionId mention) {
    Query query = handle.createQuery("select * from ticket where mention = :mention");
    return tickets(query.bind("mention", mention.toString())).stream().findFirst();
  }

  @Override
  public List<Ticket> on(TopicId topic, int most) {
    Query query =
        handle.createQuery(
            "select * from ticket where topic = :topic order by id desc limit :most");
    return tickets(query.bind("topic", topic.id()).bind("most", most));
  }

  @Override
  public boolean save(Ticket ticket) {
    boolean saved = kept(ticket);
    if (saved) new JdbcFindRows(handle).stands(ticket.id(), ticket.state());
    return saved;
  }

  private boolean kept(Ticket ticket) {
    return handle
            .createUpdate(
                """
                update ticket set state = :state, promised_at = :promised, wake_at = :wake,
                    standing = :standing, owner = :owner, version = version + 1
                where id = :id and version = :version
                """)
            .bind("state", Json.write(TicketState.class, ticket.state()))
            .bind("promised", Millis.orNull(ticket.promisedAt()))
            .bind("wake", Millis.orNull(ticket.wakeAt()))
            .bind("standing", ticket.state().getClass().getSimpleName())
            .bind("owner", ticket.state().owner().map(Colleague::id).orElse(null))
            .bind("id", ticket.id().number())
            .bind("version", ticket.version())
            .execute()
        == 1;
  }

  @Override
  public List<Ticket> heldBy(String colleague) {
    Query query = handle.createQuery("select * from ticket where owner = :colleague order by id");
    return tickets(query.bind("colleague", colleague));
  }

  @Override
  public List<Ticket> due(Instant now, int most) {
    Query query = handle.createQuery(DUE);
    return tickets(query.bind("now", Millis.of(now)).bind("most", most));
  }

  static List<Ticket> tickets(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Ticket read(Columns row) throws SQLException {
    String topic = row.textOrNull("topic");
    return new Ticket(
        new TicketId(row.number("id")),
        MentionId.parse(row.text("mention")),
        Lane.valueOf(row.text("lane")),
        topic == null ? null : new TopicId(topic),
        row.json(Terms.class, "terms"),
        row.json(Because.class, "because"),
        row.json(TicketState.class, "state"),
        row.moment("opened_at"),
        row.momentOrNull("promised_at"),
        row.momentOrNull("wake_at"),
        row.number("version"));
  }
}
