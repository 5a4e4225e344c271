package no.grenselos.app.web.console.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.ConsolePage;
import no.grenselos.app.web.console.desk.Aftermath;
import no.grenselos.app.web.console.desk.Newest;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.app.web.console.desk.Sides;
import no.grenselos.app.web.console.desk.Spot;
import no.grenselos.app.web.console.entry.Entries.Said;
import no.grenselos.config.ConfigProblem;
import no.grenselos.config.Node;
import no.grenselos.revise.Edit;
import no.grenselos.revise.Revised;
import no.grenselos.revise.RuleTexts;
import no.grenselos.revise.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds, changes, moves and takes away one entry of the rule book. */
@Controller
final class EntryController {
  private static final String RULES = "/console/rules";
  private static final String PEOPLE = "/console/people";
  private static final String VIEW = "console/entry";

  private final Console console;
  private final RuleDesk desk;
  private final Entries entries;

  EntryController(Console console, RuleDesk desk, Entries entries) {
    this.console = console;
    this.desk = desk;
    this.entries = entries;
  }

  /** The form of an entry, or of a new one. */
  @GetMapping({RULES + "/entry", PEOPLE + "/entry"})
  String form(
      @RequestParam("section") String name,
      @RequestParam(name = "key", defaultValue = "") String key,
      @RequestParam(name = "at", defaultValue = "0") int at,
      Visitor visitor,
      Locale locale,
      Model model) {
    Section section = Asked.section(name);
    if (!home(section).mayChange(visitor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    Newest newest = desk.newest();
    List<Node.Mapping> entries = desk.entries(newest.source(), section);
    int place = key.isEmpty() ? -1 : Drafted.place(entries, section, key);
    if (!key.isEmpty() && place < 0) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    Node.Mapping entry = place < 0 ? Node.Mapping.empty() : entries.get(place);
    int shownAt = place >= 0 ? place + 1 : at > 0 ? at : entries.size() + 1;
    Asked asked = new Asked(section, key, newest.revision(), shownAt, "");
    Drawing drawing = new Drawing(newest.book(), locale, visitor, console);
    drawing.on(model, asked, entry, List.of(), null, Sides.NONE);
    return VIEW;
  }

  /** Keeps it as the next revision, or shows the form again with what is in the way. */
  @PostMapping({RULES + "/entry", PEOPLE + "/entry"})
  String save(
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes afterwards) {
    Said said = entries.said(form, visitor, locale);
    Asked asked = said.asked();
    Drafted drafted;
    try {
      drafted = entries.drafted(said);
    } catch (IllegalStateException byHand) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Spot spot = new Spot("", 0, "", String.valueOf(byHand.getMessage()));
      said.drawing().on(model, asked, said.entry(), List.of(spot), null, Sides.NONE);
      return VIEW;
    }
    Revised revised = desk.save(visitor, asked.base(), drafted.files(), asked.why());
    Aftermath after = after(afterwards, asked.section());
    return switch (revised) {
      case Revised.Saved(var source) -> after.saved(source);
      case Revised.Same(var revision) -> after.same();
      case Revised.Broken(var problems) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        said.drawing().on(model, asked, said.entry(), Spot.all(problems), drafted, Sides.NONE);
        yield VIEW;
      }
      case Revised.Overtaken overtaken -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        Sides sides = desk.sides(overtaken);
        // whoever sends it again has seen what it takes away
        Asked next = entries.moved(asked, overtaken.newest());
        said.drawing().on(model, next, said.entry(), List.of(), drafted, sides);
        yield VIEW;
      }
    };
  }

  /** Moves a route. */
  @PostMapping(RULES + "/move")
  String move(
      @RequestParam("base") int base,
      @RequestParam("key") String key,
      @RequestParam("to") int to,
      Visitor visitor,
      RedirectAttributes afterwards) {
    Edit edit = new Edit.Move(Section.ROUTES, key, Math.max(0, to - 1));
    return at(edited(visitor, base, edit, "", afterwards), Math.max(0, to - 1) / 50 * 50);
  }

  /** Takes an entry away. */
  @PostMapping({RULES + "/remove", PEOPLE + "/remove"})
  String remove(
      @RequestParam("section") String name,
      @RequestParam("base") int base,
      @RequestParam("key") String key,
      @RequestParam(name = "why", defaultValue = "") String why,
      Visitor visitor,
      RedirectAttributes afterwards) {
    return edited(visitor, base, new Edit.Remove(Asked.section(name), key), why, afterwards);
  }

  private String edited(
      Visitor visitor, int base, Edit edit, String why, RedirectAttributes afterwards) {
    Aftermath after = after(afterwards, edit.section());
    try {
      var files = desk.texts().edited(desk.source(base).files(), edit);
      return switch (desk.save(visitor, base, files, why)) {
        case Revised.Saved(var source) -> after.saved(source);
        case Revised.Same(var revision) -> after.same();
        case Revised.Broken(var problems) -> after.refused(problems);
        case Revised.Overtaken overtaken -> after.overtaken(desk.sides(overtaken));
      };
    } catch (RuleTexts.UnknownEntry gone) {
      afterwards.addFlashAttribute("said", "rules.gone");
      return "redirect:" + home(edit.section()).path();
    } catch (IllegalStateException byHand) {
      var problem = new ConfigProblem("", 0, "", String.valueOf(byHand.getMessage()));
      return after.refused(List.of(problem));
    }
  }

  private static ConsolePage home(Section section) {
    return switch (section) {
      case ROUTES, SILENCES, CASES -> ConsolePage.RULES;
      case EXPERTS, TEAMS, TOPICS -> ConsolePage.PEOPLE;
    };
  }

  private static Aftermath after(RedirectAttributes page, Section section) {
    return new Aftermath(page, home(section).path());
  }

  private static String at(String redirect, int from) {
    return from == 0 || !redirect.endsWith(RULES) ? redirect : redirect + "?from=" + from;
  }
}
