package no.grenselos.work;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Part;
import no.grenselos.chat.Png;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;

/** A card while it is written. Not safe for several threads. */
public final class CardDraft {
  private final List<Part> parts = new ArrayList<>();
  private final List<Card.Button> buttons = new ArrayList<>();
  private final List<Card.Choice> more = new ArrayList<>();

  public CardDraft add(Part part) {
    parts.add(part);
    return this;
  }

  public CardDraft line(Span... spans) {
    return line(List.of(spans));
  }

  public CardDraft line(List<Span> spans) {
    return add(new Part.Line(spans));
  }

  public CardDraft line(String text) {
    return line(new Span.Plain(text));
  }

  public CardDraft small(Span... spans) {
    return add(new Part.Small(List.of(spans)));
  }

  public CardDraft small(String text) {
    return small(new Span.Plain(text));
  }

  /**
   * @param alternative what the picture shows, with the numbers
   */
  public CardDraft picture(Png png, String alternative) {
    return add(new Part.Picture(png, alternative));
  }

  public CardDraft act(Press press, String label, boolean main) {
    buttons.add(new Card.Button.Act(press, label, main));
    return this;
  }

  /** A button about something else than the card. */
  public CardDraft act(Press press, String label, boolean main, ChatEvent.On on) {
    buttons.add(new Card.Button.Act(press, label, main, on));
    return this;
  }

  public CardDraft go(String label, URI to) {
    buttons.add(new Card.Button.Go(label, to));
    return this;
  }

  public CardDraft choice(Press press, String label) {
    more.add(new Card.Choice(press, label));
    return this;
  }

  /** A choice about something else than the card. */
  public CardDraft choice(Press press, String label, ChatEvent.On on) {
    more.add(new Card.Choice(press, label, on));
    return this;
  }

  /** Whether a card has room for one more button. */
  public boolean hasRoom() {
    return buttons.size() < 3;
  }

  /** Takes a button or choice away again, whoever put it there. */
  public CardDraft without(Press press) {
    buttons.removeIf(b -> b instanceof Card.Button.Act act && act.press() == press);
    more.removeIf(choice -> choice.press() == press);
    return this;
  }

  public Card card(String headline, String summary) {
    return new Card(headline, parts, buttons, more, summary);
  }
}
