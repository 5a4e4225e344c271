package no.grenselos.reply;

import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Subject;
import no.grenselos.memory.Kept;
import no.grenselos.memory.KeptId;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Question;

/**
 * The post that a form or card is about.
 *
 * @param proposal the answer that it is about; empty when it is about none
 * @param kept what the reply is to begin with; empty for nothing
 */
record Target(
    Ticket ticket, MentionLog.Logged logged, Optional<Proposal> proposal, Optional<Kept> kept) {

  /** Empty when there is no such thing (any more). */
  static Optional<Target> of(Books books, ChatEvent.On on) {
    Optional<Subject> subject = Question.subjectOf(books, on);
    if (subject.isPresent() && subject.get() instanceof Subject.Thing thing) {
      return of(books, thing);
    }
    return Question.ticketOf(books, on)
        .flatMap(ticket -> about(books, ticket, Optional.empty(), Optional.empty()));
  }

  private static Optional<Target> of(Books books, Subject.Thing thing) {
    return switch (thing.kind()) {
      case ProposalCard.APPROVAL, ProposalCard.ADVICE -> proposed(books, thing.id());
      case Earlier.THING -> begun(books, thing.id());
      default -> Optional.empty();
    };
  }

  private static Optional<Target> proposed(Books books, String id) {
    return parsed(id.split("@", 2)[0])
        .flatMap(books.proposals()::find)
        .flatMap(proposal ->
            books
                .tickets()
                .find(proposal.ticket())
                .flatMap(ticket -> about(books, ticket, Optional.of(proposal), Optional.empty())));
  }

  private static Optional<AnswerId> parsed(String id) {
    try {
      return Optional.of(AnswerId.parse(id));
    } catch (IllegalArgumentException e) {
      // a card of a later release, or made up
      return Optional.empty();
    }
  }

  private static Optional<Target> begun(Books books, String id) {
    List<String> parts = List.of(id.split("/", 2));
    try {
      Optional<Kept> kept = books.memory().find(KeptId.parse(parts.getLast()));
      ChatEvent.On ticket = ChatEvent.On.parse(parts.getFirst());
      return Question.ticketOf(books, ticket)
          .flatMap(found -> about(books, found, Optional.empty(), kept));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Target> about(
      Books books, Ticket ticket, Optional<Proposal> proposal, Optional<Kept> kept) {
    return books
        .mentions()
        .find(ticket.mention())
        .map(logged -> new Target(ticket, logged, proposal, kept));
  }

  /** The same, begun with the words that a knob stands for. */
  Target withWordsOf(Books books, String knob) {
    if (knob.isEmpty()) return this;
    try {
      Optional<Kept> chosen = of(books, ChatEvent.On.parse(knob)).flatMap(Target::kept);
      return new Target(ticket, logged, proposal, chosen);
    } catch (IllegalArgumentException e) {
      return this;
    }
  }

  /** Names the post as it stands; another when it was changed. Short, and nobody's words. */
  String revision() {
    return revision(logged.mention().revision());
  }

  static String revision(String revision) {
    return Integer.toHexString(revision.hashCode());
  }

  /** Whether the post was changed after the proposal was written. */
  boolean changedSince() {
    return proposal.map(one -> !one.revision().equals(logged.mention().revision())).orElse(false);
  }
}
