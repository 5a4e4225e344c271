package no.grenselos.app.web.console.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.grenselos.app.web.console.desk.Newest;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.revise.Section;
import no.grenselos.revise.Touched;
import no.grenselos.route.Silence;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page Rules: routes in order, and silences. */
@Controller
final class RulesController {
  static final String PATH = "/console/rules";

  private static final int LONGEST = 100;
  private static final int WORDS = 8;

  private final RuleDesk desk;
  private final Touched touched;
  private final RouteWords words;

  RulesController(RuleDesk desk, Touched touched, RouteWords words) {
    this.desk = desk;
    this.touched = touched;
    this.words = words;
  }

  /**
   * A silence with its place.
   *
   * @param key what it is known by
   */
  public record SilenceLine(String key, Silence silence, boolean over) {}

  /**
   * @param find words that must be in a route
   */
  @GetMapping(PATH)
  String page(
      @RequestParam(name = "find", defaultValue = "") String find,
      @RequestParam(name = "from", defaultValue = "0") int from,
      Locale locale,
      Model model) {
    Newest newest = desk.newest();
    String asked = find.substring(0, Math.min(find.length(), LONGEST)).strip();
    List<String> sought =
        Stream.of(asked.toLowerCase(locale).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .limit(WORDS)
            .toList();
    Page page = new Page(from);
    model.addAttribute("find", asked);
    model.addAttribute("newest", newest.source());
    model.addAttribute("by", desk.name(newest.source().by()));
    model.addAttribute(
        "routes",
        RouteLine.of(newest.book(), words, touched.of(newest.revision()), locale, sought, page));
    model.addAttribute("page", page);
    model.addAttribute("silences", silences(newest));
    return "console/rules";
  }

  private List<SilenceLine> silences(Newest newest) {
    List<Silence> silences = newest.book().silences();
    // where one could not be read, places would be others
    boolean whole = desk.entries(newest.source(), Section.SILENCES).size() == silences.size();
    return java.util.stream.IntStream.range(0, silences.size())
        .mapToObj(i ->
            new SilenceLine(
                whole ? Integer.toString(i) : "",
                silences.get(i),
                silences.get(i).until().isBefore(desk.now())))
        .toList();
  }
}
