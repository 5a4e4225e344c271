package no.grenselos.store;

import static no.grenselos.store.Samples.ANA;
import static no.grenselos.store.Samples.BEN;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.because;
import static no.grenselos.store.Samples.id;
import static no.grenselos.store.Samples.mention;
import static no.grenselos.store.Samples.terms;
import static no.grenselos.store.Samples.understood;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.grenselos.route.Lane;
import no.grenselos.store.CareQueue.Filter;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link CareQueue} promises. */
public interface CareQueueContract extends StoreUnderTest {
  String CHANNEL = "#kundeservice";

  @Test
  default void promisedFirstEndsFirstThenTheOldest() {
    TicketId unpromised = opened("1", 0, null);
    TicketId older = opened("2", 0, null);
    TicketId late = opened("3", 3, after(900));
    TicketId soon = opened("4", 4, after(600));

    assertThat(list(new Filter.All(), 9)).containsExactly(soon, late, unpromised, older);
    assertThat(list(new Filter.All(), 2)).containsExactly(soon, late);
  }

  @Test
  default void whatIsAnsweredOrClosedIsInNoQueue() {
    TicketId open = opened("1", 1, null);
    TicketId taken = opened("2", 2, null);
    TicketId drafted = opened("3", 3, null);
    TicketId answered = opened("4", 4, null);
    TicketId closed = opened("5", 5, null);
    save(taken, new TicketState.Claimed(ANA, T0));
    save(drafted, new TicketState.Drafted(ANA, new AnswerId(1), T0));
    save(answered, new TicketState.Answered(ANA, T0, null));
    save(closed, new TicketState.Closed(CloseReason.NOT_WORTH_ANSWERING, ANA, T0));

    assertThat(list(new Filter.All(), 9)).containsExactly(open, taken, drafted);
  }

  @Test
  default void aQueueIsFilteredByOwnerAndLateness() {
    TicketId free = opened("1", 1, after(100));
    TicketId anas = opened("2", 2, after(200));
    TicketId bens = opened("3", 3, null);
    save(anas, new TicketState.Claimed(ANA, T0));
    save(bens, new TicketState.Claimed(BEN, T0));

    assertThat(list(new Filter.Free(), 9)).containsExactly(free);
    assertThat(list(new Filter.Of("ana"), 9)).containsExactly(anas);
    assertThat(list(new Filter.Late(after(200)), 9)).containsExactly(free);
    assertThat(list(new Filter.Late(after(201)), 9)).containsExactly(free, anas);
  }

  @Test
  default void aTicketThatIsGivenBackIsFreeAgain() {
    TicketId ticket = opened("1", 1, null);
    save(ticket, new TicketState.Claimed(ANA, T0));
    save(ticket, new TicketState.Open(T0));

    assertThat(list(new Filter.Free(), 9)).containsExactly(ticket);
  }

  @Test
  default void figuresTellHowManyAndTheOldest() {
    opened("1", 50, null);
    opened("2", 20, after(100));
    save(opened("3", 10, after(200)), new TicketState.Claimed(ANA, T0));
    save(opened("4", 10, null), new TicketState.Claimed(ANA, T0));
    save(opened("5", 10, null), new TicketState.Claimed(BEN, T0));

    assertThat(reading(books -> books.careQueue().counts(CHANNEL, after(300))).result())
        .isEqualTo(new CareQueue.Counts(2, 3, 2, after(20)));
    assertThat(reading(books -> books.careQueue().counts("#empty", after(300))).result())
        .isEqualTo(new CareQueue.Counts(0, 0, 0, null));
    assertThat(reading(books -> books.careQueue().inHand(CHANNEL)).result())
        .isEqualTo(Map.of("ana", 2, "ben", 1));
  }

  @Test
  default void anExpertsTicketStandsInNoQueueUntilItIsPutThere() {
    TicketId ticket = write(books -> open(books, "1", Lane.EXPERT, T0, null));

    assertThat(reading(books -> books.careQueue().channelOf(ticket)).result()).isEmpty();
    change(books -> books.careQueue().put(ticket, "#press"));

    assertThat(list(new Filter.All(), 9)).isEmpty();
    assertThat(reading(books -> books.careQueue().channelOf(ticket)).result()).contains("#press");
    assertThat(reading(books -> books.careQueue().list("#press", new Filter.All(), 9)).result())
        .hasSize(1);
  }

  @Test
  default void aCustomersTicketsAreFoundNewestFirst() {
    TicketId first = about("1", 1, "mastodon:kari", "thread-1");
    TicketId second = about("2", 2, "mastodon:kari", "thread-2");
    about("3", 3, "mastodon:ola", "thread-1");

    assertThat(ofCustomer("mastodon:kari", 0)).containsExactly(second, first);
    assertThat(ofCustomer("mastodon:kari", 2)).containsExactly(second);
    assertThat(ofCustomer("mastodon:nobody", 0)).isEmpty();
    assertThat(
            read(books -> books.careQueue().inConversation("mastodon:kari", "thread-1"))
                .map(Ticket::id))
        .contains(first);
    assertThat(
            reading(books -> books.careQueue().inConversation("mastodon:ola", "thread-2")).result())
        .isEmpty();
  }

  @Test
  default void erasingThePostTakesTheCustomerAway() {
    about("1", 1, "mastodon:kari", "thread-1");
    change(books -> books.mentions().add(mention("1"), understood(), Samples.ask(), T0));

    change(books -> books.mentions().erase(id("1"), after(9)));

    assertThat(ofCustomer("mastodon:kari", 0)).isEmpty();
    assertThat(
            reading(books -> books.careQueue().inConversation("mastodon:kari", "thread-1"))
                .result())
        .isEmpty();
  }

  private TicketId about(String mention, long second, String customer, String conversation) {
    TicketId ticket = opened(mention, second, null);
    change(books -> books.careQueue().about(ticket, customer, conversation));
    return ticket;
  }

  private List<TicketId> ofCustomer(String customer, long since) {
    return ids(read(books -> books.careQueue().ofCustomer(customer, after(since), 9)));
  }

  private List<TicketId> list(Filter filter, int most) {
    return ids(read(books -> books.careQueue().list(CHANNEL, filter, most)));
  }

  private static List<TicketId> ids(List<Ticket> tickets) {
    return tickets.stream().map(Ticket::id).toList();
  }

  private TicketId opened(String mention, long second, @Nullable Instant promised) {
    return write(books -> open(books, mention, Lane.CARE, after(second), promised));
  }

  private static TicketId open(
      Books books, String mention, Lane lane, Instant at, @Nullable Instant promised) {
    Ticket.Draft draft =
        new Ticket.Draft(id(mention), lane, null, terms(), because(), at, promised, null);
    return books.tickets().open(draft).orElseThrow().id();
  }

  private void save(TicketId ticket, TicketState state) {
    change(books ->
        books.tickets().save(books.tickets().find(ticket).orElseThrow().with(state, null)));
  }
}
