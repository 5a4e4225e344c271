package no.grenselos.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Subject;
import no.grenselos.store.Placements;
import no.grenselos.ticket.OfferId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

record JdbcPlacements(Handle handle) implements Placements {
  @Override
  public Placement make(Placement.Draft draft) {
    return insert(draft, "").orElseThrow();
  }

  @Override
  public Placement makeOnce(Placement.Draft draft) {
    return standing(draft)
        .or(() -> insert(draft, "on conflict do nothing"))
        .or(() -> standing(draft))
        .orElseThrow();
  }

  private Optional<Placement> standing(Placement.Draft draft) {
    return of(draft.subject()).stream()
        .filter(placement -> placement.place().equals(draft.place()))
        .findFirst();
  }

  private Optional<Placement> insert(Placement.Draft draft, String otherwise) {
    OfferId offer = draft.offer();
    @Nullable Long ticket =
        draft.subject() instanceof Subject.OfTicket of ? of.id().number() : null;
    return handle
        .createQuery(
            """
            insert into placement (subject, ticket, place, role, offer, locale, made_at, lost)
            values (:subject, :ticket, :place, :role, :offer, :locale, :made, 0)
            %s returning id
            """
                .formatted(otherwise))
        .bind("subject", draft.subject().toString())
        .bind("ticket", ticket)
        .bind("place", Json.write(Place.class, draft.place()))
        .bind("role", draft.role().name())
        .bind("offer", offer == null ? null : (Long) offer.number())
        .bind("locale", draft.locale().toLanguageTag())
        .bind("made", Millis.of(draft.madeAt()))
        .mapTo(Long.class)
        .findOne()
        .flatMap(id -> find(new PlacementId(id)));
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
  public List<Placement> of(Subject subject) {
    Query query =
        handle.createQuery(
            "select * from placement where subject = :subject and lost = 0 order by id");
    return placements(query.bind("subject", subject.toString()));
  }

  @Override
  public List<Placement> standing(String house, String channel) {
    Query query =
        handle.createQuery(
            """
            select * from placement
            where house = :house and channel = :channel and message is not null and lost = 0
            order by id
            """);
    return placements(query.bind("house", house).bind("channel", channel));
  }

  @Override
  public List<Placement> in(Place place, int most) {
    Query query =
        handle.createQuery(
            """
            select * from placement where place = :place and lost = 0 order by id desc limit :most
            """);
    return placements(query.bind("place", Json.write(Place.class, place)).bind("most", most));
  }

  @Override
  public List<Placement> ofKind(String kind, Instant since, int most) {
    Query query =
        handle.createQuery(
            // ';' comes after ':', so these are the subjects that begin with the kind
            """
            select * from placement
            where subject > :kind || ':' and subject < :kind || ';' and made_at >= :since
                and lost = 0
            order by id desc limit :most
            """);
    return placements(query.bind("kind", kind).bind("since", Millis.of(since)).bind("most", most));
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
        Subject.parse(row.text("subject")),
        row.json(Place.class, "place"),
        Placement.Role.valueOf(row.text("role")),
        offer == null ? null : new OfferId(offer),
        Locale.forLanguageTag(row.text("locale")),
        row.moment("made_at"),
        message == null ? null : new MessageRef(row.text("house"), row.text("channel"), message));
  }
}
