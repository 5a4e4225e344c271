package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static no.grenselos.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.route.Because;
import no.grenselos.route.Lane;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.junit.jupiter.api.Test;

/** What {@link Tickets} promises. */
public interface TicketsContract extends StoreUnderTest {
  @Test
  default void aTicketOpensWithAllItsDraftSays() {
    Ticket ticket = open("1");

    assertThat(ticket.state()).isEqualTo(new TicketState.Open(T0));
    assertThat(ticket.version()).isZero();
    assertThat(
            new Ticket.Draft(
                ticket.mention(),
                ticket.lane(),
                ticket.topic(),
                ticket.terms(),
                ticket.because(),
                ticket.openedAt(),
                ticket.promisedAt(),
                ticket.wakeAt()))
        .isEqualTo(draft("1"));
    assertThat(reading(books -> books.tickets().find(ticket.id())).result()).contains(ticket);
    assertThat(reading(books -> books.tickets().of(id("1"))).result()).contains(ticket);
  }

  @Test
  default void aTicketWithoutTopicPromiseOrWakingIsKeptSo() {
    Because because = new Because(List.of(), 1, List.of());
    Ticket.Draft bare =
        new Ticket.Draft(id("1"), Lane.CARE, null, Samples.terms(), because, T0, null, null);

    Ticket ticket = write(books -> books.tickets().open(bare)).orElseThrow();

    assertThat(ticket.topic()).isNull();
    assertThat(ticket.promisedAt()).isNull();
    assertThat(ticket.wakeAt()).isNull();
  }

  @Test
  default void aMentionHasOneTicket() {
    Ticket first = open("1");

    assertThat(writing(books -> books.tickets().open(draft("1"))).result()).isEmpty();
    assertThat(open("2").id()).isNotEqualTo(first.id());
  }

  @Test
  default void oneOf16ThreadsOpensTheTicket() {
    List<Boolean> opened =
        Race.of(16, i -> write(books -> books.tickets().open(draft("1")).isPresent()));

    assertThat(opened).containsOnlyOnce(true);
  }

  @Test
  default void anUnknownTicketIsNotFound() {
    assertThat(reading(books -> books.tickets().find(new TicketId(99))).result()).isEmpty();
    assertThat(reading(books -> books.tickets().of(id("99"))).result()).isEmpty();
  }

  @Test
  default void everyStateIsKept() {
    URI link = URI.create("https://mastodon.example/2");
    Instant fine = Instant.parse("2026-03-02T08:00:00.123456Z");
    List<TicketState> states =
        List.of(
            new TicketState.Offered(new OfferId(7), new ExpertId("ana"), fine),
            new TicketState.Claimed(ANA, T0),
            new TicketState.Drafted(ANA, new AnswerId(3), T0),
            new TicketState.Answered(ANA, T0, null),
            new TicketState.Answered(ANA, T0, link),
            new TicketState.Closed(CloseReason.DELETED_OUTSIDE, null, T0),
            new TicketState.Closed(CloseReason.NOT_WORTH_ANSWERING, ANA, T0),
            new TicketState.Open(T0));
    TicketId id = open("1").id();

    for (TicketState state : states) {
      assertThat(writing(books -> books.tickets().save(find(books, id).with(state, null))).result())
          .isTrue();
      assertThat(reading(books -> find(books, id).state()).result()).isEqualTo(state);
    }
    assertThat(reading(books -> find(books, id).version()).result()).isEqualTo(states.size());
  }

  @Test
  default void thoseSomebodyHasAreFoundUntilTheyAreOver() {
    Ticket a = open("1");
    Ticket b = open("2");
    Ticket c = open("3");
    save(a.with(new TicketState.Claimed(ANA, T0), null));
    save(b.with(new TicketState.Drafted(ANA, new AnswerId(3), T0), null));
    save(c.with(new TicketState.Claimed(Samples.BEN, T0), null));

    assertThat(held("ana")).containsExactly(a.id(), b.id());
    save(read(books -> find(books, a.id())).with(new TicketState.Answered(ANA, T0, null), null));

    assertThat(held("ana")).containsExactly(b.id());
    assertThat(held("nobody")).isEmpty();
  }

  private List<TicketId> held(String colleague) {
    return read(books -> books.tickets().heldBy(colleague)).stream().map(Ticket::id).toList();
  }

  @Test
  default void savingAnOldVersionIsRefused() {
    Ticket read = open("1");
    assertThat(save(read.with(new TicketState.Claimed(ANA, T0), null))).isTrue();

    assertThat(save(read.with(new TicketState.Claimed(Samples.BEN, T0), null))).isFalse();

    assertThat(reading(books -> find(books, read.id()).state()).result())
        .isEqualTo(new TicketState.Claimed(ANA, T0));
  }

  @Test
  default void thoseWhoseTimeHasComeAreFoundFirstOpenedFirst() {
    Ticket a = open("1");
    Ticket b = open("2");
    Ticket c = open("3");
    save(a.with(a.state(), after(30)));
    save(b.with(b.state(), after(10)));
    save(c.with(c.state(), null));

    assertThat(due(9, 10)).isEmpty();
    assertThat(due(10, 10)).containsExactly(b.id());
    assertThat(due(30, 10)).containsExactly(a.id(), b.id());
    assertThat(due(30, 1)).containsExactly(a.id());
  }

  @Test
  default void ofSixtyFourClaimsOneWinsAndTheOthersAreToldWho() {
    TicketId id = open("1").id();

    List<Outcome> outcomes =
        Race.of(64, i -> Claims.claim(store(), id, new Colleague("e" + i, "E" + i), after(1)));

    TicketState.Claimed claimed = (TicketState.Claimed) read(books -> find(books, id).state());
    assertThat(outcomes).filteredOn(Outcome.Moved.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Outcome.Refused.class::isInstance)
        .hasSize(63)
        .containsOnly(new Outcome.Refused(Outcome.Refusal.TAKEN, claimed.by()));
    assertThat(outcomes)
        .contains(new Outcome.Moved(new TicketState.Claimed(claimed.by(), after(1))));
  }

  private Ticket open(String mention) {
    return write(books -> books.tickets().open(draft(mention))).orElseThrow();
  }

  private boolean save(Ticket ticket) {
    return write(books -> books.tickets().save(ticket));
  }

  private static Ticket find(Books books, TicketId id) {
    return books.tickets().find(id).orElseThrow();
  }

  private List<TicketId> due(long second, int most) {
    return read(books -> books.tickets().due(after(second), most)).stream()
        .map(Ticket::id)
        .toList();
  }
}
