package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.grenselos.expert.Colleague;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.TicketId;

record MemoryCareBook(MemoryState state) implements CareBook {
  @Override
  public Note note(TicketId ticket, Colleague by, String text, Instant at) {
    Note note = new Note(state.next("care_note"), ticket, by, text, at);
    new MemoryCare(state).notes().put(note.number(), note);
    return note;
  }

  @Override
  public List<Note> notes(TicketId ticket) {
    return new MemoryCare(state)
        .notes().values().stream().filter(n -> n.ticket().equals(ticket)).toList();
  }

  @Override
  public boolean merge(TicketId ticket, TicketId into, Instant at) {
    Map<Long, TicketId> merges = new MemoryCare(state).merges();
    boolean known =
        state.tickets().containsKey(ticket.number()) && state.tickets().containsKey(into.number());
    if (!known || ticket.equals(into)) return false;
    if (merges.containsKey(ticket.number()) || merges.containsKey(into.number())) return false;
    merges.replaceAll((number, goesOn) -> goesOn.equals(ticket) ? into : goesOn);
    merges.put(ticket.number(), into);
    return true;
  }

  @Override
  public Optional<TicketId> mergedInto(TicketId ticket) {
    return Optional.ofNullable(new MemoryCare(state).merges().get(ticket.number()));
  }

  @Override
  public List<TicketId> mergedFrom(TicketId into) {
    return new MemoryCare(state)
        .merges().entrySet().stream()
            .filter(e -> e.getValue().equals(into))
            .map(e -> new TicketId(e.getKey()))
            .toList();
  }

  @Override
  public boolean follow(TicketId ticket, MentionId post, Instant at) {
    MemoryCare.Follow follow = new MemoryCare.Follow(post, ticket, at);
    return new MemoryCare(state).follows().putIfAbsent(post.toString(), follow) == null;
  }

  @Override
  public List<MentionId> followUps(TicketId ticket) {
    return new MemoryCare(state)
        .follows().values().stream()
            .filter(follow -> follow.ticket().equals(ticket))
            .sorted(
                Comparator.comparing(MemoryCare.Follow::at)
                    .thenComparing(follow -> follow.post().toString()))
            .map(MemoryCare.Follow::post)
            .toList();
  }

  @Override
  public Optional<TicketId> followed(MentionId post) {
    return Optional.ofNullable(new MemoryCare(state).follows().get(post.toString()))
        .map(MemoryCare.Follow::ticket);
  }

  @Override
  public boolean say(TicketId ticket, String what, Instant at) {
    String key = ticket + " " + what;
    return new MemoryCare(state).said().putIfAbsent(key, new MemoryCare.Said(ticket, what, at))
        == null;
  }

  @Override
  public Set<String> said(TicketId ticket) {
    return new MemoryCare(state)
        .said().values().stream()
            .filter(said -> said.ticket().equals(ticket))
            .sorted(Comparator.comparing(MemoryCare.Said::at).thenComparing(MemoryCare.Said::what))
            .map(MemoryCare.Said::what)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
