package no.grenselos.store;

import static no.grenselos.store.Samples.HEAT_PUMPS;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.expert.ExpertId;
import no.grenselos.store.Considered.Looked;
import no.grenselos.store.Considered.Round;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Considered} promises. */
public interface ConsideredContract extends StoreUnderTest {
  @Test
  default void whoWasLookedAtIsKeptAsItWasOldestFirst() {
    TicketId ticket = new TicketId(7);
    Round asked =
        new Round(
            T0,
            HEAT_PUMPS,
            new ExpertId("ana"),
            "owns the topic",
            List.of(
                new Looked.Able(new ExpertId("ana"), 0.5, "owns the topic"),
                new Looked.LeftOut(new ExpertId("ben"), "outside their hours", after(3600)),
                new Looked.LeftOut(new ExpertId("siri"), "only reads along", null)),
            2);
    Round nobody = new Round(after(60), HEAT_PUMPS, null, "", List.of(), 0);

    change(books -> {
      books.considered().keep(ticket, asked);
      books.considered().keep(ticket, nobody);
    });

    assertThat(reading(books -> books.considered().of(ticket)).result())
        .containsExactly(asked, nobody);
    assertThat(reading(books -> books.considered().of(new TicketId(8))).result()).isEmpty();
  }

  @Test
  default void onlyTheNewestRoundsOfATicketAreKept() {
    TicketId ticket = new TicketId(7);
    change(books -> {
      for (int i = 0; i < 30; i++) {
        books.considered().keep(ticket, new Round(after(i), HEAT_PUMPS, null, "", List.of(), 0));
      }
      books.considered().keep(new TicketId(8), new Round(T0, HEAT_PUMPS, null, "", List.of(), 0));
    });

    assertThat(reading(books -> books.considered().of(ticket)).result())
        .hasSize(Considered.MOST_ROUNDS)
        .extracting(Round::at)
        .startsWith(after(10))
        .endsWith(after(29));
    assertThat(reading(books -> books.considered().of(new TicketId(8))).result()).hasSize(1);
  }
}
