package no.grenselos.app.web.console.people;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.calendar.Ics;
import no.grenselos.app.people.Assigned;
import no.grenselos.app.people.FileText;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.app.web.console.desk.Spot;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Leave;
import no.grenselos.people.Member;
import no.grenselos.people.Roster;
import no.grenselos.people.Vacations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes calendars in: when people are out of the office, and nothing else of them. */
@Controller
final class VacationController {
  private static final String PATH = PeopleController.PATH + "/vacation";
  private static final String BACK = "redirect:" + PeopleController.PATH;

  private final Console console;
  private final RuleDesk desk;

  VacationController(Console console, RuleDesk desk) {
    this.console = console;
    this.desk = desk;
  }

  /**
   * Shows what a calendar says.
   *
   * @param whose id; empty for a calendar of several people, told by their e-mail addresses
   */
  @PostMapping(PATH)
  String preview(
      @RequestParam("file") MultipartFile file,
      @RequestParam(name = "whose", defaultValue = "") String whose,
      Model model,
      RedirectAttributes afterwards)
      throws IOException {
    String name = PeopleListController.shown(file.getOriginalFilename());
    Optional<String> text =
        file.getSize() > Ics.LONGEST ? Optional.empty() : FileText.utf8(file.getBytes());
    if (text.isEmpty()) {
      return refused(
          afterwards, List.of(new ConfigProblem(name, 0, "", "is too long, or no text")));
    }
    try {
      model.addAttribute("assigned", assigned(text.get(), name, whose));
    } catch (ConfigException e) {
      return refused(afterwards, e.problems());
    }
    model.addAttribute("name", name);
    model.addAttribute("text", text.get());
    model.addAttribute("whose", whose);
    return "console/people-vacation";
  }

  /** Keeps what the calendar says. */
  @PostMapping(PATH + "/keep")
  String keep(
      @RequestParam("name") String name,
      @RequestParam("text") String text,
      @RequestParam(name = "whose", defaultValue = "") String whose,
      Visitor visitor,
      RedirectAttributes afterwards) {
    String by = visitor.colleague(console.book()).id();
    Instant now = desk.now();
    Assigned assigned;
    try {
      assigned = assigned(text, PeopleListController.shown(name), whose);
    } catch (ConfigException e) {
      return refused(afterwards, e.problems());
    }
    long changed =
        console
            .store()
            .write(books ->
                assigned.leaves().entrySet().stream()
                    .filter(one ->
                        Vacations.keep(
                            books, one.getKey(), Leave.Source.FILE, one.getValue(), by, now))
                    .count());
    afterwards.addFlashAttribute("said", "people.vacation.kept");
    afterwards.addFlashAttribute("saidWith", Long.toString(changed));
    return BACK;
  }

  private Assigned assigned(String text, String name, String whose) {
    Optional<ExpertId> id = Optional.of(whose).filter(w -> !w.isEmpty()).map(ExpertId::new);
    List<Member> members =
        console
            .store()
            .read(books -> {
              Roster roster = Roster.of(books, console.book(), desk.now());
              return id.map(one -> roster.find(one).stream().toList()).orElseGet(roster::all);
            });
    if (id.isPresent() && members.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return Assigned.of(text, name, members, id, desk.now());
  }

  private static String refused(RedirectAttributes afterwards, List<ConfigProblem> problems) {
    afterwards.addFlashAttribute("refused", Spot.all(problems));
    return BACK;
  }
}
