package no.grenselos.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import no.grenselos.route.Lane;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

record MemoryPauses(MemoryState state) implements Pauses {
  record Row(Held held, @Nullable Fate fate) {}

  private SortedMap<Long, Pause> pauses() {
    return state.table("pause");
  }

  private SortedMap<Long, Row> rows() {
    return state.table("pause_held");
  }

  @Override
  public Pause begin(Draft draft) {
    running().stream()
        .filter(pause -> Objects.equals(pause.draft().topic(), draft.topic()))
        .forEach(pause -> end(pause.number(), draft.from()));
    Pause pause = new Pause(state.next("pause"), draft, null);
    pauses().put(pause.number(), pause);
    return pause;
  }

  @Override
  public Optional<Pause> find(long pause) {
    return Optional.ofNullable(pauses().get(pause));
  }

  @Override
  public List<Pause> running() {
    return pauses().values().stream().filter(pause -> pause.endedAt() == null).toList();
  }

  @Override
  public boolean end(long number, Instant at) {
    Pause pause = pauses().get(number);
    if (pause == null || pause.endedAt() != null) return false;
    pauses().put(number, new Pause(number, pause.draft(), at));
    return true;
  }

  private Stream<Row> of(long pause) {
    return rows().values().stream().filter(row -> row.held().pause() == pause);
  }

  @Override
  public boolean hold(long pause, TicketId ticket, Lane lane, Instant at) {
    Held held = new Held(pause, ticket, lane);
    if (of(pause).anyMatch(row -> row.held().equals(held))) return false;
    rows().put(state.next("pause_held"), new Row(held, null));
    return true;
  }

  @Override
  public List<Held> held(long pause, int most) {
    return of(pause).filter(row -> row.fate() == null).map(Row::held).limit(most).toList();
  }

  @Override
  public void letGo(Held held, Fate fate) {
    rows().replaceAll((id, row) -> row.held().equals(held) ? new Row(held, fate) : row);
  }

  @Override
  public int count(long pause, @Nullable Fate fate) {
    return (int)
        of(pause)
            .filter(row -> fate == null || row.fate() == fate)
            .map(row -> row.held().ticket())
            .distinct()
            .count();
  }

  @Override
  public List<TicketId> tickets(long pause, Fate fate, int most) {
    return of(pause)
        .filter(row -> row.fate() == fate)
        .map(row -> row.held().ticket())
        .distinct()
        .limit(most)
        .toList();
  }
}
