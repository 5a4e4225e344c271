package no.grenselos.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

record MemoryFacts(MemoryState state) implements Facts {
  @Override
  public Fact need(TicketId ticket, TopicId topic, Colleague by, String question, Instant at) {
    Fact fact = new Fact(state.next("fact"), ticket, topic, by, question, at, null, null);
    new MemoryCare(state).facts().put(fact.number(), fact);
    return fact;
  }

  @Override
  public Optional<Fact> find(long number) {
    return Optional.ofNullable(new MemoryCare(state).facts().get(number));
  }

  @Override
  public List<Fact> of(TicketId ticket) {
    return new MemoryCare(state)
        .facts().values().stream().filter(f -> f.ticket().equals(ticket)).toList();
  }

  @Override
  public boolean ask(long number, ExpertId expert, Instant at, Instant until, LocalDate day) {
    boolean open = find(number).map(Fact::open).orElse(false);
    if (!open || asked(number).stream().anyMatch(a -> a.endedAt() == null)) return false;
    if (asked(number).stream().anyMatch(a -> a.expert().equals(expert))) return false;
    Asked asked = new Asked(expert, at, until, null);
    new MemoryCare(state)
        .asked()
        .put(state.next("fact_asked"), new MemoryCare.Asked(number, day, asked));
    return true;
  }

  @Override
  public boolean end(long number, ExpertId expert, Instant at) {
    boolean running =
        asked(number).stream().anyMatch(a -> a.expert().equals(expert) && a.endedAt() == null);
    if (!running) return false;
    new MemoryCare(state)
        .asked()
        .replaceAll((id, row) ->
            row.fact() == number && row.asked().expert().equals(expert) ? ended(row, at) : row);
    return true;
  }

  private static MemoryCare.Asked ended(MemoryCare.Asked row, Instant at) {
    Asked a = row.asked();
    return new MemoryCare.Asked(
        row.fact(), row.day(), new Asked(a.expert(), a.at(), a.until(), at));
  }

  @Override
  public List<Asked> asked(long number) {
    return rows().filter(row -> row.fact() == number).map(MemoryCare.Asked::asked).toList();
  }

  @Override
  public boolean answer(long number, Colleague by, String text, Instant at) {
    return close(number, new Answer(by, text, at), null);
  }

  @Override
  public boolean drop(long number, Instant at) {
    return close(number, null, at);
  }

  private boolean close(long number, @Nullable Answer answer, @Nullable Instant droppedAt) {
    Fact f = new MemoryCare(state).facts().get(number);
    if (f == null || !f.open()) return false;
    Fact closed =
        new Fact(
            number, f.ticket(), f.topic(), f.by(), f.question(), f.askedAt(), answer, droppedAt);
    new MemoryCare(state).facts().put(number, closed);
    return true;
  }

  @Override
  public int asked(ExpertId expert, LocalDate from, LocalDate to) {
    return Math.toIntExact(
        rows()
            .filter(row -> row.asked().expert().equals(expert))
            .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(to))
            .count());
  }

  private Stream<MemoryCare.Asked> rows() {
    return new MemoryCare(state).asked().values().stream();
  }
}
