package no.grenselos.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Part;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Colleague;
import no.grenselos.store.CareQueue;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;

/** Writes a queue's board: how many wait, the oldest, who has what, and the first few. */
final class BoardWriter {
  /** Enough to see what is next; the rest is a number. */
  private static final int SHOWN = 8;

  /** So many are looked at to tell who has what. */
  private static final int COUNTED = 200;

  private final Feature.Look look;
  private final Phrases phrases;
  private final Lines lines;

  BoardWriter(Feature.Look look, Phrases phrases) {
    this.look = look;
    this.phrases = phrases;
    this.lines = new Lines(look.books(), look.now(), phrases);
  }

  Board.Stands write(String channel) {
    CareQueue queue = look.books().careQueue();
    CareQueue.Counts counts = queue.counts(channel, look.now());
    List<Ticket> all = queue.list(channel, new CareQueue.Filter.All(), COUNTED);
    String headline = phrases.say("board.headline", counts.free(), counts.taken());
    Card card = new Card(headline, parts(counts, all), buttons(all), List.of(), headline);
    return new Board.Stands(card, all.isEmpty());
  }

  private List<Part> parts(CareQueue.Counts counts, List<Ticket> all) {
    List<Part> parts = new ArrayList<>();
    if (counts.late() > 0) {
      parts.add(line(new Span.Strong(phrases.say("board.late", counts.late()))));
    }
    if (counts.oldestFree() != null) {
      parts.add(
          small(
              new Span.Plain(phrases.say("board.oldest") + " "),
              new Span.Moment(counts.oldestFree())));
    }
    all.stream().limit(SHOWN).forEach(ticket -> parts.add(new Part.Line(lines.of(ticket))));
    int more = counts.free() + counts.taken() - Math.min(SHOWN, all.size());
    if (more > 0) parts.add(small(new Span.Plain(phrases.say("board.more", more))));
    String who = whoHasWhat(all);
    if (!who.isEmpty()) parts.add(small(new Span.Plain(who)));
    return parts;
  }

  /** One press takes the one that ends first. */
  private List<Card.Button> buttons(List<Ticket> all) {
    return all.stream()
        .filter(ticket -> ticket.state().owner().isEmpty())
        .findFirst()
        .map(first ->
            List.<Card.Button>of(
                new Card.Button.Act(
                    Press.CLAIM,
                    phrases.say("board.take", first.id()),
                    true,
                    new ChatEvent.On.About(new Subject.OfTicket(first.id())))))
        .orElse(List.of());
  }

  private String whoHasWhat(List<Ticket> all) {
    SortedMap<String, Long> counts =
        all.stream()
            .flatMap(ticket -> ticket.state().owner().stream())
            .collect(Collectors.groupingBy(Colleague::name, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> phrases.say("board.has", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static Part line(Span... spans) {
    return new Part.Line(List.of(spans));
  }

  private static Part small(Span... spans) {
    return new Part.Small(List.of(spans));
  }
}
