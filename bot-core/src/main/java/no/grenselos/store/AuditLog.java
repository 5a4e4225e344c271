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

  /** Those that fit, newest first; below that number, which is of none when 0. */
  List<Numbered> find(Filter filter, long below, int most);

  /** How many entries of each {@code what}. */
  Map<String, Long> counts();

  /**
   * An entry with its number, which grows with time.
   *
   * @param number 1 or more
   */
  record Numbered(long number, Entry entry) {}

  /**
   * Which of them; all of it must fit.
   *
   * @param who empty for anybody
   * @param what how it begins, as {@code ticket.}; empty for anything
   * @param ticket null for any
   * @param from then or later; null for no bound
   * @param before null for no bound
   */
  record Filter(
      String who,
      String what,
      @Nullable TicketId ticket,
      @Nullable Instant from,
      @Nullable Instant before) {
    /** All of them. */
    public static final Filter ALL = new Filter("", "", null, null, null);
  }

  /**
   * @param who a colleague's id, or {@code grenselos}
   * @param what noun and verb: {@code ticket.claimed}
   * @param detail for people; never a post's text
   */
  record Entry(Instant at, String who, String what, @Nullable TicketId ticket, String detail) {}
}
