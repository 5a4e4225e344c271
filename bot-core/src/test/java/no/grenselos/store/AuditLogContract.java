package no.grenselos.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.grenselos.store.AuditLog.Entry;
import no.grenselos.store.AuditLog.Filter;
import no.grenselos.store.AuditLog.Numbered;
import no.grenselos.ticket.TicketId;
import org.junit.jupiter.api.Test;

/** What finding in {@link AuditLog} promises. */
public interface AuditLogContract extends StoreUnderTest {
  @Test
  default void entriesAreFoundNewestFirstAndPageByPage() {
    keep("ana", "ticket.claimed", 1, 0);
    keep("ben", "ticket.passed", 1, 10);
    keep("ana", "rules.revised", 0, 20);

    List<Numbered> first = found(Filter.ALL, 0, 2);
    List<Numbered> next = found(Filter.ALL, first.getLast().number(), 2);

    assertThat(first)
        .extracting(one -> one.entry().what())
        .containsExactly("rules.revised", "ticket.passed");
    assertThat(next).extracting(one -> one.entry().what()).containsExactly("ticket.claimed");
    assertThat(found(Filter.ALL, next.getLast().number(), 2)).isEmpty();
  }

  @Test
  default void entriesAreFoundByWhoWhatTicketAndTime() {
    keep("ana", "ticket.claimed", 1, 0);
    keep("ben", "ticket.passed", 2, 10);
    keep("ana", "rules.revised", 0, 20);

    assertThat(whats(new Filter("ana", "", null, null, null)))
        .containsExactly("rules.revised", "ticket.claimed");
    assertThat(whats(new Filter("", "ticket.", null, null, null)))
        .containsExactly("ticket.passed", "ticket.claimed");
    assertThat(whats(new Filter("", "", new TicketId(2), null, null)))
        .containsExactly("ticket.passed");
    assertThat(whats(new Filter("", "", null, Samples.after(10), Samples.after(20))))
        .containsExactly("ticket.passed");
    assertThat(whats(new Filter("' or 1=1 --", "", null, null, null))).isEmpty();
    assertThat(whats(new Filter("", "%", null, null, null))).isEmpty();
  }

  private List<String> whats(Filter filter) {
    return found(filter, 0, 10).stream().map(one -> one.entry().what()).toList();
  }

  private List<Numbered> found(Filter filter, long below, int most) {
    return read(books -> books.audit().find(filter, below, most));
  }

  private void keep(String who, String what, long ticket, long after) {
    TicketId about = ticket == 0 ? null : new TicketId(ticket);
    change(books -> books.audit().add(new Entry(Samples.after(after), who, what, about, "")));
  }
}
