package no.grenselos.store;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Reading;
import no.grenselos.route.Decision;
import no.grenselos.ticket.Ticket;

record MemoryMentionLog(MemoryState state) implements MentionLog {
  private static final Comparator<Mark> ORDER =
      Comparator.comparing(Mark::at).thenComparingLong(Mark::number);

  @Override
  public boolean add(Mention mention, Reading reading, Decision decision, Instant receivedAt) {
    boolean known =
        state.erased().contains(mention.id())
            || revisions(mention.id()).stream()
                .anyMatch(l -> l.mention().revision().equals(mention.revision()));
    return !known
        && state.mentions().add(new Logged(mention, reading, decision, receivedAt, false));
  }

  @Override
  public Optional<Logged> find(MentionId id) {
    List<Logged> revisions = revisions(id);
    return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getFirst());
  }

  @Override
  public Optional<Logged> at(URI link) {
    return state.mentions().reversed().stream()
        .filter(logged -> logged.mention().link().equals(link))
        .findFirst()
        .flatMap(logged -> find(logged.mention().id()));
  }

  @Override
  public void erase(MentionId id, Instant at) {
    state.erased().add(id);
    state.mentions().replaceAll(l -> l.mention().id().equals(id) ? l.withoutWords() : l);
    state.tickets().replaceAll((n, t) -> t.mention().equals(id) ? withoutWords(t) : t);
    state.tickets().values().stream()
        .filter(t -> t.mention().equals(id))
        .forEach(t -> new MemoryCare(state).customers().remove(t.id().number()));
  }

  @Override
  public boolean addReshare(MentionId original, MentionId reshare, Instant at) {
    return state.reshares().add(new MemoryState.Reshare(original, reshare));
  }

  @Override
  public int reshares(MentionId original) {
    return Math.toIntExact(
        state.reshares().stream().filter(r -> r.original().equals(original)).count());
  }

  @Override
  public Page received(Mark after, Instant before, int most) {
    List<Logged> all = state.mentions();
    List<Mark> marks =
        IntStream.range(0, all.size())
            .mapToObj(i -> new Mark(all.get(i).receivedAt(), i))
            .filter(mark -> mark.at().isBefore(before) && ORDER.compare(mark, after) > 0)
            .filter(mark -> current(all.get((int) mark.number())))
            .sorted(ORDER)
            .limit(most)
            .toList();
    List<Received> posts =
        marks.stream()
            .map(mark -> all.get((int) mark.number()))
            .map(l -> new Received(l.mention(), l.reading(), l.receivedAt()))
            .toList();
    return new Page(posts, marks.isEmpty() ? after : marks.getLast());
  }

  private boolean current(Logged logged) {
    return !logged.erased() && revisions(logged.mention().id()).getFirst().equals(logged);
  }

  @Override
  public List<Logged> revisions(MentionId id) {
    return state.mentions().reversed().stream().filter(l -> l.mention().id().equals(id)).toList();
  }

  private static Ticket withoutWords(Ticket t) {
    return new Ticket(
        t.id(),
        t.mention(),
        t.lane(),
        t.topic(),
        t.terms(),
        t.because().withoutWords(),
        t.state(),
        t.openedAt(),
        t.promisedAt(),
        t.wakeAt(),
        t.version());
  }
}
