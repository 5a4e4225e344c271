package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

record MemoryStorms(MemoryState state) implements Storms {
  record Row(
      TicketId ticket,
      String matter,
      Instant at,
      Standing standing,
      @Nullable Long incident,
      boolean released) {}

  private SortedMap<Long, Row> posts() {
    return state.table("storm_post");
  }

  private SortedMap<Long, Incident> incidents() {
    return state.table("incident");
  }

  @Override
  public void saw(TicketId ticket, String matter, Instant at) {
    posts()
        .putIfAbsent(ticket.number(), new Row(ticket, matter, at, Standing.WAITING, null, false));
  }

  private Stream<Row> loose(String matter, Instant after, Instant until) {
    return posts().values().stream()
        .filter(row -> row.matter().equals(matter) && row.incident() == null)
        .filter(row -> row.at().isAfter(after) && !row.at().isAfter(until));
  }

  @Override
  public List<TicketId> loose(String matter, Instant after, Instant until, int most) {
    return latest(loose(matter, after, until), most);
  }

  private static List<TicketId> latest(Stream<Row> rows, int most) {
    return rows.sorted(
            Comparator.comparing(Row::at).thenComparing(row -> row.ticket().number()).reversed())
        .limit(most)
        .map(Row::ticket)
        .toList();
  }

  @Override
  public int countLoose(String matter, Instant after, Instant until) {
    return (int) loose(matter, after, until).count();
  }

  @Override
  public Optional<Instant> first(String matter) {
    return posts().values().stream()
        .filter(row -> row.matter().equals(matter))
        .map(Row::at)
        .min(Comparator.naturalOrder());
  }

  @Override
  public Optional<Incident> open(String matter, String channel, Instant at) {
    if (running(matter).isPresent()) return Optional.empty();
    long id = state.next("incident");
    incidents().put(id, new Incident(id, matter, channel, at, "", null, null, null));
    return find(id);
  }

  @Override
  public Optional<Incident> find(long incident) {
    return Optional.ofNullable(incidents().get(incident));
  }

  @Override
  public Optional<Incident> running(String matter) {
    return running().stream().filter(i -> i.matter().equals(matter)).findFirst();
  }

  @Override
  public List<Incident> running() {
    return incidents().values().stream().filter(i -> i.endedAt() == null).toList();
  }

  @Override
  public boolean join(long incident, TicketId ticket) {
    Row row = posts().get(ticket.number());
    if (row == null || row.incident() != null) return false;
    posts()
        .put(
            ticket.number(),
            new Row(ticket, row.matter(), row.at(), row.standing(), incident, row.released()));
    return true;
  }

  @Override
  public Optional<Membership> of(TicketId ticket) {
    return Optional.ofNullable(posts().get(ticket.number()))
        .filter(row -> row.incident() != null)
        .map(row -> new Membership(row.incident(), row.released()));
  }

  @Override
  public boolean release(TicketId ticket) {
    Row row = posts().get(ticket.number());
    if (row == null || row.released()) return false;
    posts()
        .put(
            ticket.number(),
            new Row(ticket, row.matter(), row.at(), row.standing(), row.incident(), true));
    return true;
  }

  @Override
  public void stands(TicketId ticket, Standing standing) {
    posts()
        .computeIfPresent(
            ticket.number(),
            (number, row) ->
                new Row(ticket, row.matter(), row.at(), standing, row.incident(), row.released()));
  }

  private Stream<Row> members(long incident, @Nullable Standing standing) {
    return posts().values().stream()
        .filter(row -> row.incident() != null && row.incident() == incident)
        .filter(row -> standing == null || row.standing() == standing);
  }

  @Override
  public List<TicketId> tickets(long incident, @Nullable Standing standing, int most) {
    return latest(members(incident, standing), most);
  }

  @Override
  public int count(long incident, @Nullable Standing standing) {
    return (int) members(incident, standing).count();
  }

  @Override
  public int count(long incident, Instant after, Instant until) {
    return (int)
        members(incident, null)
            .filter(row -> row.at().isAfter(after) && !row.at().isAfter(until))
            .count();
  }

  @Override
  public void share(long incident, String line, Colleague by) {
    incidents()
        .computeIfPresent(
            incident,
            (id, i) ->
                new Incident(
                    id, i.matter(), i.channel(), i.openedAt(), line, by, i.endedAt(), i.endedBy()));
  }

  @Override
  public boolean end(long incident, @Nullable Colleague by, Instant at) {
    Incident i = incidents().get(incident);
    if (i == null || i.endedAt() != null) return false;
    incidents()
        .put(
            incident,
            new Incident(
                incident, i.matter(), i.channel(), i.openedAt(), i.line(), i.lineBy(), at, by));
    return true;
  }
}
