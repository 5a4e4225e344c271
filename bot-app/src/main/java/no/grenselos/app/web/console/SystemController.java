package no.grenselos.app.web.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.export.CsvFile;
import no.grenselos.store.AuditLog;
import no.grenselos.store.AuditLog.Numbered;
import no.grenselos.store.TicketSearch.Heap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page System: how every part is doing, what runs here, and who did what. */
@Controller
final class SystemController {
  private static final String PATH = ConsoleWeb.ROOT + "/system";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SOUGHT = List.of("who", "what", "ticket", "from", "to");
  private static final int PAGE = 50;
  private static final int AT_ONCE = 1_000;

  private final Console console;

  SystemController(Console console) {
    this.console = console;
  }

  /**
   * What the store holds.
   *
   * @param messages to be sent
   * @param deeds how often what was done
   * @param aside set aside, with the reason
   */
  public record Kept(
      long messages, List<Heap> heaps, Map<String, Long> deeds, List<Shelf.Thing> aside) {}

  @GetMapping(PATH)
  String page(Visitor visitor, @RequestParam Map<String, String> asked, Model model) {
    Sought filter = Sought.of(SOUGHT, asked);
    long below = below(asked.getOrDefault("below", ""));
    List<Numbered> entries = entries(filter, below, PAGE);
    model.addAttribute("health", console.gauges().health().get());
    model.addAttribute("revision", console.book().revision());
    model.addAttribute("vitals", console.gauges().vitals().get());
    model.addAttribute("java", Machine.here());
    model.addAttribute("libraries", Libraries.packaged());
    model.addAttribute("kept", kept());
    model.addAttribute("filter", filter);
    model.addAttribute("entries", entries);
    model.addAttribute("last", entries.size() < PAGE ? 0 : entries.getLast().number());
    return "console/system";
  }

  @GetMapping(PATH + "/audit.csv")
  void csv(@RequestParam Map<String, String> asked, Locale locale, HttpServletResponse response)
      throws IOException {
    String[] head = {"number", "at", "who", "what", "ticket", "detail"};
    try (CsvFile sheet = Download.table(response, "grenselos-audit", locale, head)) {
      all(
          Sought.of(SOUGHT, asked),
          one -> {
            AuditLog.Entry entry = one.entry();
            sheet.row(
                one.number(),
                entry.at(),
                entry.who(),
                entry.what(),
                entry.ticket(),
                entry.detail());
          });
    }
  }

  /** One entry a line, as JSON. */
  @GetMapping(PATH + "/audit.jsonl")
  void jsonLines(@RequestParam Map<String, String> asked, HttpServletResponse response)
      throws IOException {
    Download.begin(response, "grenselos-audit.jsonl", "application/x-ndjson;charset=UTF-8");
    Writer writer = response.getWriter();
    all(Sought.of(SOUGHT, asked), one -> writer.write(line(one) + "\n"));
  }

  private static String line(Numbered one) {
    AuditLog.Entry entry = one.entry();
    ObjectNode line =
        JSON.createObjectNode()
            .put("number", one.number())
            .put("at", entry.at().toString())
            .put("who", entry.who())
            .put("what", entry.what());
    if (entry.ticket() != null) line.put("ticket", entry.ticket().toString());
    return line.put("detail", entry.detail()).toString();
  }

  @FunctionalInterface
  private interface Taker {
    void take(Numbered one) throws IOException;
  }

  private void all(Sought filter, Taker taker) throws IOException {
    long below = 0;
    List<Numbered> entries;
    do {
      entries = entries(filter, below, AT_ONCE);
      for (Numbered one : entries) taker.take(one);
      below = entries.isEmpty() ? 0 : entries.getLast().number();
    } while (entries.size() == AT_ONCE);
  }

  private List<Numbered> entries(Sought filter, long below, int most) {
    ZoneId zone = console.book().house().zone();
    AuditLog.Filter wanted =
        new AuditLog.Filter(
            filter.field("who"),
            filter.field("what"),
            filter.ticket("ticket").orElse(null),
            filter.day("from", zone, 0),
            filter.day("to", zone, 1));
    return console.store().read(books -> books.audit().find(wanted, below, most));
  }

  private Kept kept() {
    return console
        .store()
        .read(books ->
            new Kept(
                books.outbox().waiting(),
                books.search().inHand(Set.of()),
                books.audit().counts(),
                Shelf.all(books, PAGE)));
  }

  private static long below(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
