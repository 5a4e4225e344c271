package no.grenselos.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import no.grenselos.mention.MentionId;
import no.grenselos.ticket.TicketId;
import org.jspecify.annotations.Nullable;

record MemoryThanks(MemoryState state) implements Thanks {
  record Row(Answered answer, @Nullable MentionId post) {}

  private SortedMap<Long, Row> rows() {
    return state.table("answered");
  }

  private SortedMap<Long, Back> backs() {
    return state.table("thank");
  }

  @Override
  public void answered(Answered answer) {
    Row before = rows().get(answer.ticket().number());
    rows().put(answer.ticket().number(), new Row(answer, before == null ? null : before.post()));
  }

  @Override
  public void takeBack(TicketId ticket) {
    rows().remove(ticket.number());
  }

  @Override
  public void posted(TicketId ticket, MentionId post) {
    rows().computeIfPresent(ticket.number(), (id, row) -> new Row(row.answer(), post));
  }

  @Override
  public Optional<Answered> ofPost(MentionId post) {
    return rows().values().stream()
        .filter(row -> post.equals(row.post()))
        .map(Row::answer)
        .findFirst();
  }

  @Override
  public Optional<Answered> of(TicketId ticket) {
    return Optional.ofNullable(rows().get(ticket.number())).map(Row::answer);
  }

  private Stream<Answered> answers() {
    return rows().values().stream().map(Row::answer);
  }

  @Override
  public List<Answered> inConversation(String conversation) {
    return answers()
        .filter(answer -> answer.conversation().equals(conversation))
        .sorted(
            Comparator.comparing(Answered::at)
                .thenComparing(answer -> answer.ticket().number())
                .reversed())
        .toList();
  }

  @Override
  public List<Answered> by(String colleague, Instant from, Instant before) {
    return answers()
        .filter(answer -> answer.by().id().equals(colleague))
        .filter(answer -> !answer.at().isBefore(from) && answer.at().isBefore(before))
        .sorted(Comparator.comparing(Answered::at))
        .toList();
  }

  @Override
  public boolean came(Back back) {
    boolean known =
        backs(back.ticket()).stream()
            .anyMatch(b -> b.kind() == back.kind() && b.cause().equals(back.cause()));
    if (!known) backs().put(state.next("thank"), back);
    return !known;
  }

  @Override
  public List<Back> backs(TicketId ticket) {
    return backs().values().stream().filter(back -> back.ticket().equals(ticket)).toList();
  }

  @Override
  public List<Back> backs(String colleague, Instant from, Instant before) {
    return backs().values().stream()
        .filter(back -> !back.at().isBefore(from) && back.at().isBefore(before))
        .filter(back ->
            of(back.ticket()).filter(answer -> answer.by().id().equals(colleague)).isPresent())
        .toList();
  }
}
