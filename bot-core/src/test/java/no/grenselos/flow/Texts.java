package no.grenselos.flow;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.Card;
import no.grenselos.chat.Page;
import no.grenselos.chat.Part;
import no.grenselos.chat.Span;

/** All words that people read on a card or page. */
final class Texts {
  private Texts() {}

  static String of(Card card) {
    return card.headline()
        + "\n"
        + card.parts().stream().map(Texts::of).collect(Collectors.joining("\n"));
  }

  static String of(Page page) {
    return page.blocks().stream()
        .map(block ->
            switch (block) {
              case Page.Block.Heading heading -> heading.text();
              case Page.Block.Show show -> of(show.part());
              case Page.Block.Row row -> of(row.text());
              case Page.Block.Divider divider -> "";
            })
        .collect(Collectors.joining("\n"));
  }

  private static String of(Part part) {
    return switch (part) {
      case Part.Line line -> of(line.spans());
      case Part.Small small -> of(small.spans());
      case Part.Picture picture -> picture.alternative();
      case Part.Post post -> post.author() + ": " + post.text();
    };
  }

  private static String of(List<Span> spans) {
    return spans.stream()
        .flatMap(span ->
            switch (span) {
              case Span.Plain plain -> Stream.of(plain.text());
              case Span.Strong strong -> Stream.of(strong.text());
              case Span.Link link -> Stream.of(link.text());
              case Span.Person person -> Stream.of(person.user().name());
              case Span.Moment moment -> Stream.of(moment.at().toString());
            })
        .collect(Collectors.joining());
  }
}
