package no.grenselos.playground.slack.block;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/** Formatted text as a tree of sections, lists and runs (docs.slack.dev, rich text block). */
final class RichText {
  private RichText() {}

  static Shape block() {
    List<Shape> parts = new ArrayList<>(List.of(section(), list(), preformatted(), quote()));
    return Shape.of("rich_text")
        .may("block_id", Composition.ID)
        .must("elements", Rule.list(1, 1_000, Rule.byType(parts)));
  }

  private static Shape section() {
    return Shape.of("rich_text_section").must("elements", runs());
  }

  private static Shape list() {
    return Shape.of("rich_text_list")
        .must("style", Rule.oneOf("bullet", "ordered"))
        .must("elements", Rule.list(1, 1_000, Rule.byType(List.of(section()))))
        .may("indent", Rule.whole(0, 8))
        .may("offset", Rule.whole(0, 1_000_000))
        .may("border", Rule.whole(0, 1));
  }

  private static Shape preformatted() {
    return Shape.of("rich_text_preformatted")
        .must("elements", Rule.list(1, 1_000, Rule.byType(List.of(text(), link()))))
        .may("border", Rule.whole(0, 1))
        .may("language", Rule.string(1, 50));
  }

  private static Shape quote() {
    return Shape.of("rich_text_quote").must("elements", runs()).may("border", Rule.whole(0, 1));
  }

  private static Rule runs() {
    List<Shape> shapes =
        List.of(
            text(),
            link(),
            styled("user").must("user_id", Composition.ID),
            styled("channel").must("channel_id", Composition.ID),
            styled("usergroup").must("usergroup_id", Composition.ID),
            styled("emoji")
                .must("name", Rule.string(1, 100))
                .may("unicode", Rule.string(1, 100))
                .may("skin_tone", Rule.whole(1, 6)),
            styled("broadcast").must("range", Rule.oneOf("here", "channel", "everyone")),
            Shape.of("color").must("value", Rule.string(1, 20)),
            date());
    return Rule.list(0, 1_000, Rule.byType(shapes));
  }

  private static Shape text() {
    return styled("text").must("text", Rule.string(1, 13_200));
  }

  private static Shape link() {
    return styled("link")
        .must("url", Rule.url())
        .may("text", Rule.string(0, 3_000))
        .may("unsafe", Rule.flag());
  }

  private static Shape date() {
    return styled("date")
        .must("timestamp", Rule.whole(0, Integer.MAX_VALUE))
        .must("format", Rule.string(1, 200))
        .may("url", Rule.url())
        .may("fallback", Rule.string(1, 200));
  }

  private static Shape styled(String type) {
    Shape style = Shape.of("");
    for (String name :
        List.of("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight")) {
      style.may(name, Rule.flag());
    }
    return Shape.of(type).may("style", style.may("unlink", Rule.flag()));
  }
}
