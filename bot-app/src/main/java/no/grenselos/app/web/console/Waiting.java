package no.grenselos.app.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.vitals.FeedVitals;
import no.grenselos.expert.Team;
import no.grenselos.route.RuleBook;
import no.grenselos.route.Silence;
import no.grenselos.store.Books;
import no.grenselos.store.CareQueue;
import no.grenselos.store.Pauses.Pause;
import no.grenselos.store.Storms.Incident;
import no.grenselos.store.TicketSearch.Heap;
import no.grenselos.ticket.Ticket;

/**
 * What is waiting at this moment, as far as the visitor may know.
 *
 * @param heaps by where they stand, each with its oldest
 * @param feeds whichever node reads them
 * @param aside set aside, with the reason
 */
public record Waiting(
    List<Heap> heaps,
    List<Line> lines,
    Arriving arriving,
    List<Pause> pauses,
    List<Incident> incidents,
    List<Silence> silences,
    List<FeedVitals> feeds,
    List<Shelf.Thing> aside) {
  private static final int FIRST = 5;
  private static final int PARKED = 50;

  /**
   * One team's queue.
   *
   * @param first the first ones to be answered
   */
  public record Line(Team team, CareQueue.Counts counts, List<Ticket> first) {}

  /** Unfinished in our own machinery. */
  public record Arriving(long posts, long presses, long messages) {}

  static Waiting of(Console console, Visitor visitor) {
    RuleBook book = console.book();
    Instant now = console.clock().instant();
    Set<String> channels = visitor.channels(book);
    List<Team> teams = visitor.teamsSeen(book);
    List<FeedVitals> feeds = console.gauges().vitals().get().feeds();
    List<Silence> silences =
        book.silences().stream().filter(silence -> silence.until().isAfter(now)).toList();
    boolean mends = ConsolePage.NOW.mayChange(visitor);
    return console
        .store()
        .read(books ->
            new Waiting(
                visitor.seesAll() || !channels.isEmpty()
                    ? books.search().inHand(visitor.seesAll() ? Set.of() : channels)
                    : List.of(),
                teams.stream().map(team -> line(books, team, now)).toList(),
                arriving(books),
                books.pauses().running(),
                books.storms().running(),
                silences,
                feeds,
                mends ? Shelf.all(books, PARKED) : List.of()));
  }

  private static Line line(Books books, Team team, Instant now) {
    return new Line(
        team,
        books.careQueue().counts(team.channel(), now),
        books.careQueue().list(team.channel(), new CareQueue.Filter.All(), FIRST));
  }

  private static Arriving arriving(Books books) {
    return new Arriving(
        books.mentionInbox().waiting(), books.chatInbox().waiting(), books.outbox().waiting());
  }
}
