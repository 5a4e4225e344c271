package no.grenselos.store;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.TicketId;

record MemoryAnswers(MemoryState state) implements Answers {
  @Override
  public Answer write(TicketId ticket, Colleague by, String text, Instant at) {
    AnswerId id = new AnswerId(state.next("answer"));
    Answer answer = new Answer(id, ticket, by, text, at, null);
    state.answers().put(id.number(), answer);
    return answer;
  }

  @Override
  public Optional<Answer> find(AnswerId id) {
    return Optional.ofNullable(state.answers().get(id.number()));
  }

  @Override
  public List<Answer> of(TicketId ticket) {
    return state.answers().values().stream()
        .filter(answer -> answer.ticket().equals(ticket))
        .toList();
  }

  @Override
  public Optional<Answer> at(URI link) {
    return state.answers().values().stream()
        .filter(answer -> link.equals(answer.link()))
        .reduce((older, newer) -> newer);
  }

  @Override
  public void published(AnswerId id, URI link) {
    state
        .answers()
        .computeIfPresent(
            id.number(),
            (number, a) -> new Answer(id, a.ticket(), a.by(), a.text(), a.writtenAt(), link));
  }
}
