package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** Who did what, when; only ever added to. */
public interface AuditLog {
  void add(Entry entry);

  /** Oldest first. */
  List<Entry> of(TicketId ticket);

  /** Newest first. */
  List<Entry> latest(int most);

  /** How many entries of each {@code what}. */
  Map<String, Long> counts();

  /**
   * @param who a colleague's id, or {@code grenselos}
   * @param what noun and verb: {@code ticket.claimed}
   * @param detail for people; never a post's text
   */
  record Entry(Instant at, String who, String what, @Nullable TicketId ticket, String detail) {}
}
