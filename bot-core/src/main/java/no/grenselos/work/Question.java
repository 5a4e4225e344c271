package no.grenselos.work;

import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.store.Books;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;

/**
 * A form that somebody wants to see, changed or sent.
 *
 * @param values by field id; empty when it is opened
 */
public record Question(Visit visit, FormKind kind, ChatEvent.On on, Map<String, String> values) {
  public Question {
    values = Map.copyOf(values);
  }

  /** What was filled in, without space around it; empty when nothing was. */
  public String value(String field) {
    return values.getOrDefault(field, "").strip();
  }

  /** The card it is about, if it is about one. */
  public Optional<Placement> card() {
    return cardOf(visit.books(), on);
  }

  /** The ticket it is about, if it is about one. */
  public Optional<Ticket> ticket() {
    return ticketOf(visit.books(), on);
  }

  public static Optional<Placement> cardOf(Books books, ChatEvent.On on) {
    return switch (on) {
      case ChatEvent.On.Card byId -> books.placements().find(byId.id());
      case ChatEvent.On.Message byRef -> books.placements().at(byRef.ref());
      case ChatEvent.On.About about -> Optional.empty();
      case ChatEvent.On.Nothing nothing -> Optional.empty();
    };
  }

  public static Optional<Ticket> ticketOf(Books books, ChatEvent.On on) {
    Optional<TicketId> id =
        on instanceof ChatEvent.On.About about && about.subject() instanceof Subject.OfTicket of
            ? Optional.of(of.id())
            : cardOf(books, on).flatMap(Placement::ticket);
    return id.flatMap(books.tickets()::find);
  }
}
