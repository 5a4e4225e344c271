package no.grenselos.chat.shown;

import java.util.List;
import java.util.stream.Collectors;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.Span;

/** A page where there is no room for all of it: its first words, and where it can be broken off. */
public final class PageWords {
  /** How many blocks are worth a notification. */
  private static final int BLOCKS = 3;

  private PageWords() {}

  /** The first words, for notifications and screen readers; our name for a page without any. */
  public static String of(Page page) {
    String words =
        page.blocks().stream()
            .map(PageWords::of)
            .filter(text -> !text.isBlank())
            .limit(BLOCKS)
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? "Grenselos" : words;
  }

  /** Without posts, whose words are somebody else's. */
  private static String of(Page.Block block) {
    return switch (block) {
      case Page.Block.Heading heading -> heading.text();
      case Page.Block.Show show ->
          switch (show.part()) {
            case Part.Line line -> of(line.spans());
            case Part.Small small -> of(small.spans());
            case Part.Picture picture -> picture.alternative();
            case Part.Post post -> "";
          };
      case Page.Block.Row row -> of(row.text());
      case Page.Block.Divider divider -> "";
    };
  }

  /** What is said in a line; moments are left out, as each house writes them in its own way. */
  private static String of(List<Span> spans) {
    return spans.stream()
        .map(span ->
            switch (span) {
              case Span.Plain plain -> plain.text();
              case Span.Strong strong -> strong.text();
              case Span.Link link -> link.text();
              case Span.Person person -> person.user().name();
              case Span.Moment moment -> "";
            })
        .collect(Collectors.joining());
  }

  /** Whether it means nothing without what follows, so that a page must not end with it. */
  public static boolean leadsOn(Page.Block block) {
    return block instanceof Page.Block.Heading || block instanceof Page.Block.Divider;
  }
}
