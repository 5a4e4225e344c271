package no.grenselos.app.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.export.CsvFile;
import no.grenselos.app.export.TraceLines;
import no.grenselos.route.Goal;
import no.grenselos.route.Lane;
import no.grenselos.route.RuleBook;
import no.grenselos.store.TicketSearch.Standing;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.trail.Trace;
import no.grenselos.trail.Traces;
import no.grenselos.trail.Trails;
import no.grenselos.work.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of posts: all that ever became somebody's, found by what is known of them. */
@Controller
final class TicketsController {
  private static final String PATH = ConsoleWeb.ROOT + "/tickets";
  private static final Pattern NUMBER = Pattern.compile("T-\\d{1,18}");
  private static final int PAGE = 50;
  private static final int AT_ONCE = 500;

  private final Console console;
  private final Trails trails;

  TicketsController(Console console, Trails trails) {
    this.console = console;
    this.trails = trails;
  }

  /** What the page shows: a page of rows, and the last one's number when there may be more. */
  private record Rows(List<TicketRow> rows, @Nullable TicketId last) {}

  @GetMapping(PATH)
  String page(Visitor visitor, @RequestParam Map<String, String> asked, Model model) {
    TicketFilter filter = TicketFilter.of(asked);
    Optional<TicketId> number = filter.sought().ticket("q");
    if (number.isPresent()) return "redirect:" + PATH + "/" + number.get();
    Rows rows = rows(visitor, filter, id(asked.getOrDefault("below", "")).orElse(null), PAGE);
    RuleBook book = console.book();
    model.addAttribute("filter", filter.sought());
    model.addAttribute("rows", rows.rows());
    model.addAttribute("last", rows.last());
    model.addAttribute("standings", Standing.values());
    model.addAttribute("lanes", Lane.values());
    model.addAttribute("goals", Goal.values());
    model.addAttribute("topics", book.topics());
    model.addAttribute("teams", visitor.teamsSeen(book));
    return "console/tickets";
  }

  /** The same as a table for a spreadsheet, all pages of it. */
  @GetMapping(PATH + "/export.csv")
  void export(
      Visitor visitor,
      @RequestParam Map<String, String> asked,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    TicketFilter filter = TicketFilter.of(asked);
    try (CsvFile sheet =
        Download.table(
            response,
            "grenselos-posts",
            locale,
            "number",
            "opened",
            "state",
            "lane",
            "topic",
            "goal",
            "network",
            "language",
            "author",
            "post",
            "link",
            "by",
            "promised")) {
      TicketId below = null;
      do {
        Rows rows = rows(visitor, filter, below, AT_ONCE);
        for (TicketRow row : rows.rows()) write(sheet, row);
        below = rows.last();
      } while (below != null);
    }
  }

  private static void write(CsvFile sheet, TicketRow row) throws IOException {
    sheet.row(
        row.ticket().id(),
        row.openedAt(),
        row.standing(),
        row.ticket().lane(),
        row.topic(),
        row.ticket().terms().goal(),
        row.network(),
        row.language(),
        row.author(),
        row.text(),
        row.link(),
        row.owner(),
        row.ticket().promisedAt());
  }

  /** One post's whole story. */
  @GetMapping(PATH + "/{id}")
  String one(Visitor visitor, @PathVariable("id") String text, Locale locale, Model model) {
    TicketStory story =
        id(text)
            .flatMap(id -> console.store().read(books -> TicketStory.of(books, id)))
            .filter(found -> mayRead(visitor, found))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Rules inForce = console.rules().get();
    model.addAttribute("story", story);
    model.addAttribute("book", inForce.book());
    model.addAttribute(
        "why",
        console
            .store()
            .read(books -> trails.of(books, inForce, story.ticket()))
            .map(trail -> TicketWhy.of(trail, inForce.book(), locale))
            .orElse(null));
    return "console/ticket";
  }

  /** Every step of it, one JSON object a line. */
  @GetMapping(PATH + "/{id}/trace.jsonl")
  void trace(Visitor visitor, @PathVariable("id") String text, HttpServletResponse response)
      throws IOException {
    Ticket ticket =
        id(text)
            .flatMap(id -> console.store().read(books -> TicketStory.of(books, id)))
            .filter(found -> mayRead(visitor, found))
            .map(TicketStory::ticket)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Trace trace = console.store().read(books -> Traces.of(books, ticket));
    Download.begin(
        response, "grenselos-" + ticket.id() + ".jsonl", "application/x-ndjson;charset=UTF-8");
    for (String line : TraceLines.of(trace)) response.getWriter().write(line + "\n");
  }

  private boolean mayRead(Visitor visitor, TicketStory story) {
    return visitor.seesAll() || visitor.channels(console.book()).contains(story.channel());
  }

  private Rows rows(Visitor visitor, TicketFilter filter, @Nullable TicketId below, int most) {
    RuleBook book = console.book();
    Set<String> own = visitor.seesAll() ? Set.of() : visitor.channels(book);
    // somebody of no team sees nobody's posts: an empty set would mean everybody's
    if (!visitor.seesAll() && own.isEmpty()) return new Rows(List.of(), null);
    return console
        .store()
        .read(books -> {
          List<TicketId> ids = books.search().find(filter.query(book, own, below), most);
          TicketId last = ids.size() < most ? null : ids.getLast();
          return new Rows(TicketRow.of(books, ids), last);
        });
  }

  private static Optional<TicketId> id(String text) {
    return Optional.of(text)
        .filter(written -> NUMBER.matcher(written).matches() && !written.matches("T-0+"))
        .map(TicketId::parse);
  }
}
