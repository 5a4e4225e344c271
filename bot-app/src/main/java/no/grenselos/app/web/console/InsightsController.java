package no.grenselos.app.web.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.export.CsvFile;
import no.grenselos.chart.Chart;
import no.grenselos.chart.ChartPainter.Palette;
import no.grenselos.insight.Insights;
import no.grenselos.insight.Naming;
import no.grenselos.insight.Pictures;
import no.grenselos.insight.Report;
import no.grenselos.insight.Table;
import no.grenselos.insight.Tables;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page Insights: what came of it all, for a range of dates. */
@Controller
final class InsightsController {
  private static final String PATH = ConsoleWeb.ROOT + "/insights";

  /** A range that is over hardly changes; people go back and forth between ranges. */
  private static final Duration SHORTLY = Duration.ofMinutes(1);

  private final Console console;

  InsightsController(Console console) {
    this.console = console;
  }

  @GetMapping(PATH)
  String page(
      Visitor visitor, @RequestParam Map<String, String> asked, Locale locale, Model model) {
    Dates dates = Dates.asked(asked, console);
    Tables tables = tables(visitor, dates, locale);
    model.addAttribute("dates", dates);
    model.addAttribute("report", tables.report());
    model.addAttribute("sheets", ShownTable.all(tables, pictures(tables), console.charts().able()));
    model.addAttribute("thin", ShownTable.thin(tables));
    model.addAttribute("money", new MoneyForm(console.book(), locale));
    return "console/insights";
  }

  /** One table for a sheet. */
  @GetMapping(PATH + "/{key}.csv")
  ResponseEntity<byte[]> csv(
      Visitor visitor,
      @PathVariable("key") String key,
      @RequestParam Map<String, String> asked,
      Locale locale) {
    Dates dates = Dates.asked(asked, console);
    Table table = tables(visitor, dates, locale).table(key).orElseThrow(InsightsController::gone);
    byte[] text = CsvFile.of(table, locale).getBytes(StandardCharsets.UTF_8);
    MediaType type = new MediaType("text", "csv", StandardCharsets.UTF_8);
    return file(text, type, dates.file(key, "csv"), true);
  }

  /**
   * One chart.
   *
   * @param theme {@code dark}, or light
   */
  @GetMapping(PATH + "/{key}.png")
  ResponseEntity<byte[]> png(
      Visitor visitor,
      @PathVariable("key") String key,
      @RequestParam(name = "theme", defaultValue = "") String theme,
      @RequestParam Map<String, String> asked,
      Locale locale) {
    Dates dates = Dates.asked(asked, console);
    byte[] picture =
        console
            .charts()
            .png(chart(visitor, key, dates, locale), palette(theme))
            .orElseThrow(InsightsController::gone);
    boolean keep = asked.containsKey("keep");
    return file(picture, MediaType.IMAGE_PNG, dates.file(key, "png"), keep);
  }

  /** The same, to be drawn at any size. */
  @GetMapping(PATH + "/{key}.svg")
  ResponseEntity<byte[]> svg(
      Visitor visitor,
      @PathVariable("key") String key,
      @RequestParam(name = "theme", defaultValue = "") String theme,
      @RequestParam Map<String, String> asked,
      Locale locale) {
    Dates dates = Dates.asked(asked, console);
    String picture =
        console
            .charts()
            .svg(chart(visitor, key, dates, locale), palette(theme))
            .orElseThrow(InsightsController::gone);
    MediaType type = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    return file(picture.getBytes(StandardCharsets.UTF_8), type, dates.file(key, "svg"), true);
  }

  /** The company's own numbers behind the money, as the next revision of the rule book. */
  @PostMapping(PATH + "/money")
  String money(
      Visitor visitor, @RequestParam Map<String, String> typed, RedirectAttributes afterwards) {
    MoneyChange.Said said = new MoneyChange(console).by(visitor, typed);
    afterwards.addFlashAttribute(said.fine() ? "said" : "refused", said.phrase());
    afterwards.addFlashAttribute("problems", said.problems());
    return "redirect:" + PATH + Dates.asked(typed, console).query() + "#money";
  }

  private Tables tables(Visitor visitor, Dates dates, Locale locale) {
    Report report =
        console
            .store()
            .read(books ->
                new Insights(books, console.book(), console.clock().instant())
                    .report(dates.range()));
    boolean runs = visitor.is(ConsoleRole.ADMIN) || visitor.is(ConsoleRole.LEAD);
    return new Tables(runs ? report : report.withoutPeople(), Naming.of(console.book(), locale));
  }

  private static Map<String, Chart> pictures(Tables tables) {
    return new Pictures(tables.report(), tables.naming()).all();
  }

  private Chart chart(Visitor visitor, String key, Dates dates, Locale locale) {
    Chart chart = pictures(tables(visitor, dates, locale)).get(key);
    if (chart == null) throw gone();
    return chart;
  }

  private static Palette palette(String theme) {
    return theme.equals("dark") ? Palette.DARK : Palette.LIGHT;
  }

  private static ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private static ResponseEntity<byte[]> file(
      byte[] bytes, MediaType type, String name, boolean keep) {
    ContentDisposition.Builder how =
        keep ? ContentDisposition.attachment() : ContentDisposition.inline();
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(SHORTLY).cachePrivate())
        .header(HttpHeaders.CONTENT_DISPOSITION, how.filename(name).build().toString())
        .body(bytes);
  }
}
