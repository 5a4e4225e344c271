package no.grenselos.care;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Colleague;
import no.grenselos.store.CareQueue;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.CardDraft;
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
    CardDraft card = new CardDraft();
    write(card, counts, all);
    takeFirst(card, all);
    return new Board.Stands(card.card(headline, headline), all.isEmpty());
  }

  private void write(CardDraft card, CareQueue.Counts counts, List<Ticket> all) {
    if (counts.late() > 0) card.line(new Span.Strong(phrases.say("board.late", counts.late())));
    if (counts.oldestFree() != null) {
      card.small(
          new Span.Plain(phrases.say("board.oldest") + " "), new Span.Moment(counts.oldestFree()));
    }
    all.stream().limit(SHOWN).forEach(ticket -> card.line(lines.of(ticket)));
    int more = counts.free() + counts.taken() - Math.min(SHOWN, all.size());
    if (more > 0) card.small(phrases.say("board.more", more));
    String who = whoHasWhat(all);
    if (!who.isEmpty()) card.small(who);
  }

  /** One press takes the one that ends first. */
  private void takeFirst(CardDraft card, List<Ticket> all) {
    all.stream()
        .filter(ticket -> ticket.state().owner().isEmpty())
        .findFirst()
        .ifPresent(first ->
            card.act(
                Press.CLAIM,
                phrases.say("board.take", first.id()),
                true,
                new ChatEvent.On.About(new Subject.OfTicket(first.id()))));
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
}
