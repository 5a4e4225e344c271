package no.grenselos.app.vitals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.chat.Span;
import no.grenselos.command.FeedWords;
import no.grenselos.store.FeedStanding;
import no.grenselos.work.Phrases;

/**
 * How a feed stands, in one line for a terminal and in the words of the chat.
 *
 * @param times shows moments
 */
public record FeedText(Function<Instant, String> times) {
  /** Where nothing was read yet. */
  public static String none() {
    return Phrases.of("command", Locale.ENGLISH).say("feeds.none");
  }

  public String line(FeedStanding feed) {
    FeedWords words = FeedWords.of(feed, Locale.ENGLISH);
    Stream<String> facts =
        Stream.concat(Stream.of(words.head()), words.facts().stream()).map(this::plain);
    return Stream.concat(facts, words.trouble().stream()).collect(Collectors.joining("; "));
  }

  private String plain(List<Span> line) {
    return line.stream().map(this::plain).collect(Collectors.joining());
  }

  private String plain(Span span) {
    return switch (span) {
      case Span.Plain plain -> plain.text();
      case Span.Strong strong -> strong.text();
      case Span.Link link -> link.text();
      case Span.Person person -> person.user().name();
      case Span.Moment moment -> times.apply(moment.at());
    };
  }
}
