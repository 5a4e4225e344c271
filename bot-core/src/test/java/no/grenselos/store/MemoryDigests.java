package no.grenselos.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.TicketId;

record MemoryDigests(MemoryState state) implements Digests {
  record Row(TicketId ticket, TopicId topic, Instant since, boolean waits) {}

  private SortedMap<String, Digest> digests() {
    return state.table("digest");
  }

  private SortedMap<Long, Row> rows() {
    return state.table("waiting");
  }

  @Override
  public boolean write(Digest digest) {
    return digests().putIfAbsent(digest.expert() + " " + digest.day(), digest) == null;
  }

  @Override
  public Optional<Digest> find(ExpertId expert, LocalDate day) {
    return Optional.ofNullable(digests().get(expert + " " + day));
  }

  @Override
  public Optional<Digest> latest(ExpertId expert) {
    return digests().values().stream()
        .filter(digest -> digest.expert().equals(expert))
        .max(Comparator.comparing(Digest::day));
  }

  @Override
  public void waits(TicketId ticket, TopicId topic, Instant since) {
    Row before = rows().get(ticket.number());
    if (before == null || !before.waits())
      rows().put(ticket.number(), new Row(ticket, topic, since, true));
  }

  @Override
  public void waitsNoMore(TicketId ticket) {
    rows()
        .computeIfPresent(
            ticket.number(), (id, row) -> new Row(ticket, row.topic(), row.since(), false));
  }

  private Stream<Row> on(Collection<TopicId> topics, Instant since) {
    return rows().values().stream()
        .filter(row -> topics.contains(row.topic()) && !row.since().isBefore(since));
  }

  @Override
  public List<TicketId> waiting(Collection<TopicId> topics, Instant since, int most) {
    return on(topics, since)
        .filter(Row::waits)
        .sorted(Comparator.comparing(Row::since))
        .limit(most)
        .map(Row::ticket)
        .toList();
  }

  @Override
  public List<TicketId> came(Collection<TopicId> topics, Instant from, Instant before, int most) {
    return on(topics, from)
        .filter(row -> row.since().isBefore(before))
        .sorted(
            Comparator.comparing(Row::since).thenComparing(row -> row.ticket().number()).reversed())
        .limit(most)
        .map(Row::ticket)
        .toList();
  }

  @Override
  public int countCame(Collection<TopicId> topics, Instant from, Instant before) {
    return came(topics, from, before, Integer.MAX_VALUE).size();
  }

  @Override
  public int countWaiting(Collection<TopicId> topics, Instant since) {
    return waiting(topics, since, Integer.MAX_VALUE).size();
  }
}
