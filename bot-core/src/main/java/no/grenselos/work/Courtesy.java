package no.grenselos.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Team;
import no.grenselos.mention.Mention;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;

/** What is to be minded by whoever answers somebody outside in the company's name. */
public final class Courtesy {
  /** An answer older than a week is hardly in the customer's mind when the next one comes. */
  public static final Duration LATELY = Duration.ofDays(7);

  private static final int LOOKED_AT = 20;

  private Courtesy() {}

  /** Names the author, over all their posts on the network; empty when the network names nobody. */
  public static Optional<String> customer(Mention post) {
    String handle = post.author().handle();
    return handle.isEmpty()
        ? Optional.empty()
        : Optional.of(post.network() + ":" + handle.toLowerCase(Locale.ROOT));
  }

  /** Names the thread, over all networks. */
  public static String conversation(Mention post) {
    return post.network() + ":" + post.conversation();
  }

  /** The team that works on it, if any does. */
  public static Optional<Team> teamOf(Books books, RuleBook book, Ticket ticket) {
    return books.careQueue().channelOf(ticket.id()).flatMap(book::teamOf);
  }

  /** How the team begins its answers in the post's language. */
  public static Optional<String> opening(Books books, RuleBook book, Ticket ticket) {
    return teamOf(books, book, ticket)
        .flatMap(team ->
            books
                .mentions()
                .find(ticket.mention())
                .flatMap(post -> team.opening(post.reading().language().code())));
  }

  /** What colleagues other than this one told the same customer lately, newest first. */
  public static List<Told> toldLately(Books books, Ticket ticket, Colleague who, Instant now) {
    Instant since = now.minus(LATELY);
    return books
        .mentions()
        .find(ticket.mention())
        .map(MentionLog.Logged::mention)
        .flatMap(Courtesy::customer)
        .map(customer -> books.careQueue().ofCustomer(customer, since, LOOKED_AT))
        .orElse(List.of())
        .stream()
        .filter(other -> !other.id().equals(ticket.id()))
        .flatMap(other -> told(other).stream())
        .filter(told -> !told.by().is(who) && !told.at().isBefore(since))
        .toList();
  }

  private static Optional<Told> told(Ticket ticket) {
    return switch (ticket.state()) {
      case TicketState.Answered answered ->
          Optional.of(new Told(ticket, answered.by(), answered.at()));
      case TicketState.Drafted drafted -> Optional.of(new Told(ticket, drafted.by(), drafted.at()));
      case TicketState.Open open -> Optional.empty();
      case TicketState.Offered offered -> Optional.empty();
      case TicketState.Claimed claimed -> Optional.empty();
      case TicketState.Closed closed -> Optional.empty();
    };
  }

  /** Somebody answered the customer already. */
  public record Told(Ticket ticket, Colleague by, Instant at) {}
}
