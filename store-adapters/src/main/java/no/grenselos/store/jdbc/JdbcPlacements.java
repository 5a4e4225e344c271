package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.store.Placements;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.TicketId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

record JdbcPlacements(Handle handle) implements Placements {
  @Override
  public Placement make(Placement.Draft draft) {
    OfferId offer = draft.offer();
    long id =
        handle
            .createQuery(
                """
                insert into placement (ticket, place, role, offer, locale, made_at, lost)
                values (:ticket, :place, :role, :offer, :locale, :made, 0)
                returning id
                """)
            .bind("ticket", draft.ticket().number())
            .bind("place", Json.write(Place.class, draft.place()))
            .bind("role", draft.role().name())
            .bind("offer", offer == null ? null : (Long) offer.number())
            .bind("locale", draft.locale().toLanguageTag())
            .bind("made", Millis.of(draft.madeAt()))
            .mapTo(Long.class)
            .one();
    return find(new PlacementId(id)).orElseThrow();
  }

  @Override
  public Optional<Placement> find(PlacementId id) {
    Query query = handle.createQuery("select * from placement where id = :id and lost = 0");
    return placements(query.bind("id", id.number())).stream().findFirst();
  }

  @Override
  public Optional<Placement> at(MessageRef ref) {
    Query query =
        handle.createQuery(
            """
            select * from placement
            where house = :house and channel = :channel and message = :message and lost = 0
            """);
    return placements(bind(query, ref)).stream().findFirst();
  }

  private static Query bind(Query query, MessageRef ref) {
    return query
        .bind("house", ref.house())
        .bind("channel", ref.channel())
        .bind("message", ref.message());
  }

  @Override
  public List<Placement> of(TicketId ticket) {
    Query query =
        handle.createQuery(
            "select * from placement where ticket = :ticket and lost = 0 order by id");
    return placements(query.bind("ticket", ticket.number()));
  }

  @Override
  public void placed(PlacementId id, MessageRef ref) {
    handle
        .createUpdate(
            """
            update placement set house = :house, channel = :channel, message = :message
            where id = :id
            """)
        .bind("house", ref.house())
        .bind("channel", ref.channel())
        .bind("message", ref.message())
        .bind("id", id.number())
        .execute();
  }

  @Override
  public void lost(PlacementId id) {
    handle
        .createUpdate("update placement set lost = 1 where id = :id")
        .bind("id", id.number())
        .execute();
  }

  private static List<Placement> placements(Query query) {
    return query.map((row, context) -> read(new Columns(row))).list();
  }

  private static Placement read(Columns row) throws SQLException {
    Long offer = row.numberOrNull("offer");
    String message = row.textOrNull("message");
    return new Placement(
        new PlacementId(row.number("id")),
        new TicketId(row.number("ticket")),
        row.json(Place.class, "place"),
        Placement.Role.valueOf(row.text("role")),
        offer == null ? null : new OfferId(offer),
        Locale.forLanguageTag(row.text("locale")),
        row.moment("made_at"),
        message == null ? null : new MessageRef(row.text("house"), row.text("channel"), message));
  }
}
