package no.grenselos.chat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.ticket.TicketId;

/** What a card, a page's line or a form is about. Its text form is what travels with a button. */
public sealed interface Subject {
  /** The ticket, when it is one. */
  default Optional<TicketId> ticket() {
    return this instanceof OfTicket of ? Optional.of(of.id()) : Optional.empty();
  }

  /** The thing, when it is one of that kind. */
  default Optional<Thing> thing(String kind) {
    return this instanceof Thing thing && thing.kind().equals(kind)
        ? Optional.of(thing)
        : Optional.empty();
  }

  /** The work for one post outside. */
  record OfTicket(TicketId id) implements Subject {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /**
   * Something else that has a name: {@code board:kundeservice}, {@code topic:heat-pumps}.
   *
   * @param kind lower-case letters and hyphens, at most 20
   * @param id at most 100 characters, printable, no spaces
   */
  record Thing(String kind, String id) implements Subject {
    private static final Pattern KIND = Pattern.compile("[a-z-]{1,20}");
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,100}");

    public Thing {
      if (!KIND.matcher(kind).matches() || !ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "thing is \"" + kind + ":" + id + "\", must be a short kind and a printable id");
      }
    }

    @Override
    public String toString() {
      return kind + ":" + id;
    }
  }

  /** Reads what {@code toString} wrote. */
  static Subject parse(String text) {
    Matcher ticket = Texts.TICKET.matcher(text);
    if (ticket.matches()) return new OfTicket(new TicketId(Long.parseLong(ticket.group(1))));
    int colon = text.indexOf(':');
    if (colon < 0) throw new IllegalArgumentException("not a subject: \"" + text + "\"");
    return new Thing(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Text forms. */
  final class Texts {
    static final Pattern TICKET = Pattern.compile("T-(\\d{1,18})");

    private Texts() {}
  }
}
