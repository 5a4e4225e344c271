package no.grenselos.store;

import static no.grenselos.store.Samples.HOSTILE;
import static no.grenselos.store.Samples.T0;
import static no.grenselos.store.Samples.after;
import static no.grenselos.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.grenselos.memory.KeptId;
import no.grenselos.store.Drafts.Draft;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What {@link Drafts} promises. */
public interface DraftsContract extends StoreUnderTest {
  @Test
  default void aPersonHasTheNewestDraftForATicket() {
    TicketId one = open("1");
    Draft first = put(new Draft(one, "ana", HOSTILE, List.of(new KeptId(3)), T0));
    assertThat(of(one, "ana")).contains(first);

    Draft second = put(new Draft(one, "ana", "Better.", List.of(), after(60)));

    assertThat(of(one, "ana")).contains(second);
    assertThat(of(one, "ben")).isEmpty();
    assertThat(of(open("2"), "ana")).isEmpty();
  }

  @Test
  default void allForATicketAreForgotten() {
    TicketId one = open("1");
    TicketId two = open("2");
    put(new Draft(one, "ana", "x", List.of(), T0));
    put(new Draft(one, "ben", "x", List.of(), T0));
    Draft other = put(new Draft(two, "ana", "x", List.of(), T0));

    change(books -> books.drafts().forget(one));

    assertThat(of(one, "ana")).isEmpty();
    assertThat(of(one, "ben")).isEmpty();
    assertThat(of(two, "ana")).contains(other);
  }

  private TicketId open(String mention) {
    return write(books -> books.tickets().open(draft(mention))).orElseThrow().id();
  }

  private Draft put(Draft draft) {
    change(books -> books.drafts().put(draft));
    return draft;
  }

  private Optional<Draft> of(TicketId ticket, String who) {
    return read(books -> books.drafts().of(ticket, who));
  }
}
