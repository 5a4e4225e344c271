package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.HEAT_PUMPS;
import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Subject;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Handle;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Placements}, {@link Answers}, {@link Directory} and {@link AuditLog} promise. */
public interface ChatBooksContract extends StoreUnderTest {
  Place DIRECT = new Place.Direct(new Handle("slack", "U1"));
  Place CHANNEL = new Place.Channel("slack", "#kundeservice");
  MessageRef REF = new MessageRef("slack", "C1", "17.5");

  @Test
  default void aPlacementIsKeptAndFoundByItsTicket() {
    TicketId ticket = ticket("1");
    TicketId other = ticket("2");

    Placement nudge = place(ticket, DIRECT, Placement.Role.NUDGE);
    Placement queue = place(ticket, CHANNEL, Placement.Role.QUEUE);
    place(other, CHANNEL, Placement.Role.FALLBACK);

    assertThat(nudge.message()).isNull();
    assertThat(nudge.place()).isEqualTo(DIRECT);
    assertThat(nudge.locale()).isEqualTo(Locale.forLanguageTag("nb"));
    assertThat(reading(books -> books.placements().of(ticket)).result())
        .containsExactly(nudge, queue);
    assertThat(reading(books -> books.placements().find(queue.id())).result()).contains(queue);
    assertThat(reading(books -> books.placements().find(new PlacementId(99))).result()).isEmpty();
  }

  @Test
  default void aPlacementIsFoundByItsMessage() {
    Placement card = place(ticket("1"), CHANNEL, Placement.Role.QUEUE);

    change(books -> books.placements().placed(card.id(), REF));

    Placement placed = read(books -> books.placements().at(REF)).orElseThrow();
    assertThat(placed.id()).isEqualTo(card.id());
    assertThat(placed.message()).isEqualTo(REF);
    assertThat(
            reading(books -> books.placements().at(new MessageRef("slack", "C2", "17.5"))).result())
        .isEmpty();
  }

  @Test
  default void placementsAreFoundByTheChannelTheirMessageStandsIn() {
    TicketId ticket = ticket("1");
    Placement here = place(ticket, CHANNEL, Placement.Role.QUEUE);
    Placement lost = place(ticket, CHANNEL, Placement.Role.QUEUE);
    place(ticket, CHANNEL, Placement.Role.QUEUE);
    change(books -> books.placements().placed(here.id(), REF));
    change(books -> books.placements().placed(lost.id(), new MessageRef("slack", "C1", "18.5")));
    change(books -> books.placements().lost(lost.id()));

    assertThat(reading(books -> books.placements().standing("slack", "C1")).result())
        .extracting(Placement::id)
        .containsExactly(here.id());
    assertThat(reading(books -> books.placements().standing("slack", "C2")).result()).isEmpty();
    assertThat(reading(books -> books.placements().standing("teams", "C1")).result()).isEmpty();
  }

  @Test
  default void aLostPlacementIsFoundNoMore() {
    TicketId ticket = ticket("1");
    Placement card = place(ticket, CHANNEL, Placement.Role.QUEUE);
    change(books -> books.placements().placed(card.id(), REF));

    change(books -> books.placements().lost(card.id()));

    assertThat(reading(books -> books.placements().find(card.id())).result()).isEmpty();
    assertThat(reading(books -> books.placements().at(REF)).result()).isEmpty();
    assertThat(reading(books -> books.placements().of(ticket)).result()).isEmpty();
  }

  @Test
  default void cardAboutAThingStandsOnceInAPlaceUntilItIsLost() {
    Placement.Draft board =
        new Placement.Draft(
            new Subject.Thing("board", "care"),
            CHANNEL,
            Placement.Role.OTHER,
            null,
            Locale.forLanguageTag("nb"),
            T0);

    Placement first = write(books -> books.placements().makeOnce(board));
    Placement second = write(books -> books.placements().makeOnce(board));
    change(books -> books.placements().lost(first.id()));
    Placement third = write(books -> books.placements().makeOnce(board));

    assertThat(first.ticket()).isEmpty();
    assertThat(second).isEqualTo(first);
    assertThat(third.id()).isNotEqualTo(first.id());
    assertThat(reading(books -> books.placements().of(board.subject())).result())
        .containsExactly(third);
  }

  @Test
  default void oneOf8ThreadsMakesTheCard() {
    Placement.Draft board =
        new Placement.Draft(
            new Subject.Thing("board", "care"),
            CHANNEL,
            Placement.Role.OTHER,
            null,
            Locale.forLanguageTag("nb"),
            T0);

    assertThat(Race.of(8, i -> store().write(books -> books.placements().makeOnce(board).id())))
        .hasSize(8)
        .containsOnly(read(books -> books.placements().of(board.subject())).getFirst().id());
  }

  @Test
  default void anAnswerIsKeptAndLaterHasItsLink() {
    TicketId ticket = ticket("1");
    URI link = URI.create("https://mastodon.example/@firma/9");

    Answer answer = write(books -> books.answers().write(ticket, ANA, HOSTILE, T0));

    assertThat(reading(books -> books.answers().find(answer.id())).result())
        .contains(new Answer(answer.id(), ticket, ANA, HOSTILE, T0, null));
    change(books -> books.answers().published(answer.id(), link));
    assertThat(read(books -> books.answers().find(answer.id())).orElseThrow().link())
        .isEqualTo(link);
    assertThat(reading(books -> books.answers().find(new AnswerId(99))).result()).isEmpty();
    assertThat(read(books -> books.answers().at(link)).orElseThrow().id()).isEqualTo(answer.id());
    assertThat(reading(books -> books.answers().at(URI.create(link + "9"))).result()).isEmpty();
  }

  @Test
  default void mutedTopicsAreKeptAPerson() {
    ExpertId ana = new ExpertId("ana");
    TopicId boilers = new TopicId("boilers");
    change(books -> books.directory().mute(ana, HEAT_PUMPS, T0));
    change(books -> books.directory().mute(ana, HEAT_PUMPS, after(1)));
    change(books -> books.directory().mute(ana, boilers, T0));

    assertThat(muted("ana")).containsExactlyInAnyOrder(HEAT_PUMPS, boilers);
    assertThat(reading(books -> books.directory().mutedBy(HEAT_PUMPS)).result())
        .containsExactly(ana);
    change(books -> books.directory().unmute(ana, HEAT_PUMPS));
    assertThat(muted("ana")).containsExactly(boilers);
    assertThat(muted("ben")).isEmpty();
    assertThat(reading(books -> books.directory().mutedBy(HEAT_PUMPS)).result()).isEmpty();
  }

  @Test
  default void theAuditLogKeepsItsOrder() {
    AuditLog.Entry first = new AuditLog.Entry(T0, "ana", "ticket.claimed", new TicketId(1), "d");
    AuditLog.Entry second = new AuditLog.Entry(T0, "grenselos", "rules.read", null, "");
    AuditLog.Entry third = new AuditLog.Entry(T0, "ben", "ticket.claimed", new TicketId(2), "");
    AuditLog.Entry last = new AuditLog.Entry(T0, "ana", "ticket.answered", new TicketId(1), "");
    for (AuditLog.Entry entry : List.of(first, second, third, last))
      change(books -> books.audit().add(entry));

    assertThat(reading(books -> books.audit().of(new TicketId(1))).result())
        .containsExactly(first, last);
    assertThat(reading(books -> books.audit().latest(3)).result())
        .containsExactly(last, third, second);
    assertThat(reading(books -> books.audit().counts()).result())
        .isEqualTo(Map.of("ticket.claimed", 2L, "rules.read", 1L, "ticket.answered", 1L));
  }

  @Test
  default void hostileTextIsKeptOrReplacedButNeverRefused() {
    AuditLog.Entry hostile = new AuditLog.Entry(T0, "ana", "a.b", null, HOSTILE);

    change(books -> books.audit().add(hostile));

    assertThat(reading(books -> books.audit().latest(1).getFirst().detail()).result())
        .startsWith("æøå 👩‍🔬 ' \"");
  }

  private TicketId ticket(String mention) {
    return write(books -> books.tickets().open(draft(mention))).orElseThrow().id();
  }

  private Placement place(TicketId ticket, Place place, Placement.Role role) {
    Locale nb = Locale.forLanguageTag("nb");
    Placement.Draft draft =
        new Placement.Draft(new Subject.OfTicket(ticket), place, role, null, nb, T0);
    return write(books -> books.placements().make(draft));
  }

  private Set<TopicId> muted(String expert) {
    return read(books -> books.directory().muted(new ExpertId(expert)));
  }
}
