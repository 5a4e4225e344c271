package no.grenselos.app.web.console.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.app.admission.ConsoleRole;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.desk.Newest;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.people.Member;
import no.grenselos.people.Roster;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page Topics and experts: who knows what, and who can be asked now. */
@Controller
final class PeopleController {
  static final String PATH = "/console/people";

  private static final int SHOWN = 50;
  private static final int LONGEST = 100;

  private final Console console;
  private final RuleDesk desk;

  PeopleController(Console console, RuleDesk desk) {
    this.console = console;
    this.desk = desk;
  }

  /**
   * Somebody as the page shows them.
   *
   * @param counts whether the reader may see numbers about them
   */
  public record Line(Member member, boolean counts) {}

  /**
   * @param find words in the name, the title or a topic
   */
  @GetMapping(PATH)
  String page(
      @RequestParam(name = "find", defaultValue = "") String find,
      @RequestParam(name = "from", defaultValue = "0") int from,
      Visitor visitor,
      Locale locale,
      Model model) {
    Newest newest = desk.newest();
    String asked = find.substring(0, Math.min(find.length(), LONGEST)).strip();
    int first = Math.max(0, from);
    List<Expert> fitting =
        newest.book().experts().stream()
            .filter(expert -> has(expert, asked.toLowerCase(locale)))
            .toList();
    List<ExpertId> shown = fitting.stream().skip(first).limit(SHOWN).map(Expert::id).toList();
    model.addAttribute("newest", newest.source());
    model.addAttribute("find", asked);
    model.addAttribute("from", first);
    model.addAttribute("all", fitting.size());
    model.addAttribute("size", SHOWN);
    model.addAttribute("book", newest.book());
    model.addAttribute("teams", newest.book().teams());
    console
        .store()
        .read(books -> {
          Roster roster = Roster.of(books, newest.book(), desk.now());
          model.addAttribute("topics", TopicLine.all(books, roster.book(), locale, desk.now()));
          model.addAttribute("lines", lines(roster, shown, visitor));
          return shown.size();
        });
    return "console/people";
  }

  /** One expert, with all that is known of them. */
  @GetMapping(PATH + "/expert/{id}")
  String one(@PathVariable("id") String id, Visitor visitor, Model model) {
    Newest newest = desk.newest();
    Line line =
        newest.book().experts().stream()
            .filter(expert -> expert.id().id().equals(id))
            .findFirst()
            .flatMap(expert ->
                console
                    .store()
                    .read(books -> {
                      Roster roster = Roster.of(books, newest.book(), desk.now());
                      return lines(roster, List.of(expert.id()), visitor).stream().findFirst();
                    }))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("line", line);
    model.addAttribute("book", newest.book());
    model.addAttribute("newest", newest.source());
    return "console/people-one";
  }

  private static List<Line> lines(Roster roster, List<ExpertId> ids, Visitor visitor) {
    return ids.stream()
        .map(roster::find)
        .flatMap(Optional::stream)
        .map(member -> new Line(member, mayCount(visitor, member)))
        .toList();
  }

  /** Numbers about a person are for that person, and for those who answer for them. */
  static boolean mayCount(Visitor visitor, Member member) {
    return visitor.is(ConsoleRole.ADMIN)
        || visitor.is(ConsoleRole.LEAD)
        || visitor.handle().filter(member.expert().handles()::contains).isPresent();
  }

  private static boolean has(Expert expert, String word) {
    String all = expert.name() + "\n" + expert.title() + "\n" + expert.topics();
    return word.isEmpty() || all.toLowerCase(Locale.ROOT).contains(word);
  }
}
