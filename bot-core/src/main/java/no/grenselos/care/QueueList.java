package no.grenselos.care;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Page;
import no.grenselos.chat.Press;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Role;
import no.grenselos.expert.Team;
import no.grenselos.store.CareQueue;
import no.grenselos.store.CareQueue.Filter;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Phrases;
import no.grenselos.work.Visit;

/** Answers {@code queue}: the queues of somebody's teams, for them alone, filtered as they say. */
record QueueList(Visit visit, Phrases phrases) {
  static final Set<String> VERBS = Set.of("queue", "kø");

  /** A line and its buttons are a block of a page, of which a house shows some fifty. */
  private static final int SHOWN = 20;

  private static final Map<String, String> WORDS =
      Map.of(
          "mine", "mine", "mitt", "mine", "free", "free", "ledig", "free", "ledige", "free", "late",
          "late", "sent", "late", "sene", "late");

  Page page(String rest) {
    String filter = WORDS.getOrDefault(rest.strip().toLowerCase(Locale.ROOT), "all");
    List<Team> teams = visit.book().teams().stream().filter(this::sees).toList();
    if (teams.isEmpty()) return Page.of(phrases.say("queue.not-yours"));
    PageDraft page = new PageDraft();
    for (Team team : teams) write(page, team, filter);
    return page.small(phrases.say("queue.filters")).page();
  }

  private boolean sees(Team team) {
    return team.has(visit.who().handle())
        || visit.book().roles(visit.who().handle()).contains(Role.ADMIN);
  }

  private void write(PageDraft page, Team team, String filter) {
    CareQueue queue = visit.books().careQueue();
    CareQueue.Counts counts = queue.counts(team.channel(), visit.now());
    List<Ticket> tickets = queue.list(team.channel(), filter(filter), SHOWN);
    page.heading(team.name()).line(phrases.say("board.headline", counts.free(), counts.taken()));
    if (counts.late() > 0) page.line(phrases.say("board.late", counts.late()));
    if (tickets.isEmpty()) page.small(phrases.say("queue.none." + filter));
    Lines lines = new Lines(visit.books(), visit.now(), phrases);
    tickets.forEach(ticket -> page.row(lines.of(ticket), buttons(ticket), List.of()));
  }

  private Filter filter(String word) {
    return switch (word) {
      case "mine" -> new Filter.Of(visit.colleague().id());
      case "free" -> new Filter.Free();
      case "late" -> new Filter.Late(visit.now());
      default -> new Filter.All();
    };
  }

  private List<Card.Button> buttons(Ticket ticket) {
    ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(ticket.id()));
    if (ticket.state().owner().isEmpty()) {
      return List.of(new Card.Button.Act(Press.CLAIM, phrases.say("queue.take"), false, on));
    }
    boolean mine = ticket.state().owner().filter(visit.colleague()::is).isPresent();
    return mine
        ? List.of(new Card.Button.Act(Press.RELEASE, phrases.say("queue.give-back"), false, on))
        : List.of();
  }
}
