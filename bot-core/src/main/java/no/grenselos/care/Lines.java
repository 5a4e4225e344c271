package no.grenselos.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.chat.Part;
import no.grenselos.chat.Span;
import no.grenselos.expert.Colleague;
import no.grenselos.store.Books;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;

/** Writes one ticket in one line, for lists. */
record Lines(Books books, Instant now, Phrases phrases) {
  /** Characters of the post that fit on a line beside the rest. */
  private static final int SNIPPET = 60;

  /** When it is promised, its number with a link outside, who wrote what, and who has it. */
  List<Span> of(Ticket ticket) {
    List<Span> spans = new ArrayList<>();
    Instant promised = ticket.promisedAt();
    if (promised != null) {
      String key = promised.isBefore(now) ? "line.late" : "line.promised";
      spans.add(new Span.Plain(phrases.say(key) + " "));
    }
    spans.add(new Span.Moment(promised == null ? ticket.openedAt() : promised));
    spans.add(new Span.Plain(" · "));
    books
        .mentions()
        .find(ticket.mention())
        .map(logged -> Story.quote(logged, phrases))
        .ifPresent(post -> {
          spans.add(new Span.Link(ticket.id().toString(), post.link()));
          spans.add(new Span.Plain(" · " + saying(post)));
        });
    String owner = ticket.state().owner().map(Colleague::name).orElse(phrases.say("line.free"));
    spans.add(new Span.Plain(" · "));
    spans.add(new Span.Strong(owner));
    return spans;
  }

  /** The same in plain text, where nothing can be set apart. */
  String plain(Ticket ticket) {
    String post =
        books
            .mentions()
            .find(ticket.mention())
            .map(logged -> saying(Story.quote(logged, phrases)))
            .orElse("");
    return ticket.id() + " · " + post;
  }

  private static String saying(Part.Post post) {
    return cut(post.author(), 30)
        + ": "
        + cut(post.text().replaceAll("\\s+", " ").strip(), SNIPPET);
  }

  /** Cuts between whole characters. */
  static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) return text;
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
