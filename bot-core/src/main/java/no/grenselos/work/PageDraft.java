package no.grenselos.work;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;

/** A page while it is written. Not safe for several threads. */
public final class PageDraft {
  private final List<Page.Block> blocks = new ArrayList<>();

  public PageDraft heading(String text) {
    blocks.add(new Page.Block.Heading(text));
    return this;
  }

  public PageDraft line(String text) {
    return line(List.of(new Span.Plain(text)));
  }

  public PageDraft line(List<Span> spans) {
    return show(new Part.Line(spans));
  }

  public PageDraft small(String text) {
    return show(new Part.Small(List.of(new Span.Plain(text))));
  }

  public PageDraft show(Part part) {
    blocks.add(new Page.Block.Show(part));
    return this;
  }

  public PageDraft row(List<Span> text, List<Card.Button> buttons, List<Card.Choice> more) {
    blocks.add(new Page.Block.Row(text, buttons, more));
    return this;
  }

  /** A line with one button about this. */
  public PageDraft row(String text, Press press, String label, ChatEvent.On on) {
    return row(
        List.of(new Span.Plain(text)),
        List.of(new Card.Button.Act(press, label, false, on)),
        List.of());
  }

  public PageDraft divider() {
    blocks.add(new Page.Block.Divider());
    return this;
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  public Page page() {
    return new Page(blocks);
  }
}
