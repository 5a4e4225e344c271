package no.grenselos.work;

import java.util.Optional;
import no.grenselos.chat.Part;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Span;
import no.grenselos.mention.Author;
import no.grenselos.reading.Topic;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;

/**
 * All that one card tells, as it is at one moment.
 *
 * @param offer the nudge this card is, if it is one
 * @param topic the ticket's topic, if it has one that still exists
 */
public record Story(
    Placement card,
    Ticket ticket,
    MentionLog.Logged logged,
    Optional<Offer> offer,
    Optional<Topic> topic,
    int reshares) {
  private static final int SNIPPET = 80;

  /** Empty when the ticket or its mention is unknown. */
  public static Optional<Story> of(Books books, RuleBook book, Placement card) {
    return card.ticket()
        .flatMap(books.tickets()::find)
        .flatMap(ticket ->
            books
                .mentions()
                .find(ticket.mention())
                .map(logged ->
                    new Story(
                        card,
                        ticket,
                        logged,
                        Optional.ofNullable(card.offer()).flatMap(books.offers()::find),
                        Optional.ofNullable(ticket.topic()).flatMap(book::topic),
                        books.mentions().reshares(ticket.mention()))));
  }

  /** Whether a card that is not out yet need not go out: what it would ask is over. */
  public boolean overtaken() {
    if (ticket.state() instanceof TicketState.Closed) return true;
    return card.role() == Placement.Role.NUDGE
        && offer.isPresent()
        && offer.get().end() != null
        && offer.get().end() != OfferEnd.CLAIMED;
  }

  /** The post as shown in cards and forms; a line in its stead when it is gone outside. */
  public static Part.Post quote(MentionLog.Logged logged, Phrases phrases) {
    if (logged.erased()) {
      return new Part.Post(
          phrases.say("post.gone.author"), logged.mention().link(), phrases.say("post.gone"));
    }
    return new Part.Post(
        author(logged.mention().author(), phrases),
        logged.mention().link(),
        logged.mention().text());
  }

  /** The post's author and first words, leading to it outside. */
  public static Span.Link link(MentionLog.Logged logged) {
    String text = logged.mention().text().strip();
    String start = text.length() <= SNIPPET ? text : text.substring(0, SNIPPET) + "…";
    String author = logged.mention().author().shownName();
    return new Span.Link((author + ": " + start).strip(), logged.mention().link());
  }

  private static String author(Author author, Phrases phrases) {
    if (author.shownName().isBlank()) return phrases.say("post.unknown-author");
    boolean handleToo = !author.handle().isBlank() && !author.handle().equals(author.shownName());
    return handleToo ? author.shownName() + " (@" + author.handle() + ")" : author.shownName();
  }
}
