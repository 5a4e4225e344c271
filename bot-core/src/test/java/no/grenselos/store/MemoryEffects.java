package no.grenselos.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * @param told by ticket
 * @param asked by person and day
 * @param answered by ticket, of {@link MemoryThanks}
 */
record MemoryEffects(
    SortedMap<Long, Effects.Told> told,
    SortedMap<String, Asked> asked,
    SortedMap<Long, MemoryThanks.Row> answered)
    implements Effects {
  record Asked(String who, LocalDate day, @Nullable TicketId ticket) {}

  @Override
  public boolean tell(Told fresh) {
    long ticket = fresh.ticket().number();
    Told before = told.get(ticket);
    boolean same = before != null && before.effect() == fresh.effect();
    if (same || !answered.containsKey(ticket)) return false;
    told.put(ticket, fresh);
    return true;
  }

  @Override
  public Optional<Told> of(TicketId ticket) {
    return Optional.ofNullable(told.get(ticket.number()));
  }

  @Override
  public boolean ask(TicketId ticket, String who, LocalDate day) {
    String key = who + " " + day;
    if (asked.containsKey(key) || asked(ticket)) return false;
    asked.put(key, new Asked(who, day, ticket));
    return true;
  }

  @Override
  public boolean asked(TicketId ticket) {
    return asked.values().stream().anyMatch(one -> ticket.equals(one.ticket()));
  }

  @Override
  public List<TicketId> open(String who, int most) {
    return asked.values().stream()
        .filter(one -> one.who().equals(who))
        .sorted(Comparator.comparing(Asked::day).reversed())
        .map(Asked::ticket)
        .filter(ticket -> ticket != null && !told.containsKey(ticket.number()))
        .limit(most)
        .toList();
  }

  @Override
  public void takeBack(TicketId ticket) {
    told.remove(ticket.number());
    asked.replaceAll(
        (key, one) -> ticket.equals(one.ticket()) ? new Asked(one.who(), one.day(), null) : one);
  }
}
