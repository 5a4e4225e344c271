package no.grenselos.work;

import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.store.Books;
import no.grenselos.ticket.Ticket;

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

  /** What a feature says in answer: as the card speaks it is opened from, else as its visitor. */
  public Phrases phrases(String feature) {
    return Phrases.of(feature, card().map(Placement::locale).orElseGet(visit::locale));
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
    return subjectOf(books, on).flatMap(Subject::ticket).flatMap(books.tickets()::find);
  }

  /** The thing of that kind it is about, if it is about one. */
  public static Optional<Subject.Thing> thingOf(Books books, ChatEvent.On on, String kind) {
    return subjectOf(books, on).flatMap(subject -> subject.thing(kind));
  }

  /** What a line or a form names, else what the card is about. */
  public static Optional<Subject> subjectOf(Books books, ChatEvent.On on) {
    return on instanceof ChatEvent.On.About about
        ? Optional.of(about.subject())
        : cardOf(books, on).map(Placement::subject);
  }
}
