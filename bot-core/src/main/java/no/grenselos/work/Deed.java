package no.grenselos.work;

import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.expert.Colleague;
import no.grenselos.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody did, within one transaction.
 *
 * @param card the one it was done on; null when it was done in a list, a home or by a command
 */
public record Deed(Work work, ChatEvent event, Colleague who, @Nullable Placement card) {
  /** What an event tells of. */
  public static Deed of(Work work, ChatEvent event) {
    Optional<Placement> card = Question.cardOf(work.books(), event.on());
    Colleague who = work.book().colleague(event.who().handle(), event.who().name());
    return new Deed(work, event, who, card.orElse(null));
  }

  /** The deed on the ticket it is about; empty when it is about none that is known. */
  public Optional<TicketDeed> onTicket() {
    Optional<Ticket> ticket = Question.ticketOf(work.books(), event.on());
    return ticket.map(found -> new TicketDeed(this, found));
  }

  /** What the bot speaks where it was done. */
  public Locale locale() {
    return card == null ? work.localeOf(new Place.Direct(event.who().handle())) : card.locale();
  }

  /** Says a line to the doer only. */
  public void whisper(String text) {
    work.whisper(event.id(), event.who(), card, text);
  }

  /** Says a feature's phrase to the doer only. */
  public void whisper(String feature, String phrase, Object... values) {
    whisper(Phrases.of(feature, locale()).say(phrase, values));
  }

  /** Keeps for the audit that the doer did it. */
  public void note(String what, String detail) {
    work.note(who.id(), what, null, detail);
  }
}
