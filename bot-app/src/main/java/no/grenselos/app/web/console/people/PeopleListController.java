package no.grenselos.app.web.console.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.people.FileText;
import no.grenselos.app.people.ListFile;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.desk.Aftermath;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.app.web.console.desk.Sides;
import no.grenselos.app.web.console.desk.Spot;
import no.grenselos.config.ConfigException;
import no.grenselos.config.ConfigProblem;
import no.grenselos.expert.Email;
import no.grenselos.people.Directory;
import no.grenselos.people.PeopleImport;
import no.grenselos.people.Plan;
import no.grenselos.revise.Revised;
import no.grenselos.store.RuleBooks.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes a list of people in: first it is shown what the list would change, then it is kept. The
 * list travels in the page, so nothing is kept for it here.
 */
@Controller
final class PeopleListController {
  private static final String LIST = PeopleController.PATH + "/list";
  private static final String VIEW = "console/people-list";

  /** In UTF-16 units: some thousand people. */
  private static final int LONGEST = 500_000;

  private static final int LONGEST_NAME = 100;
  private static final int MOST_LOOKED_UP = 50;

  private final Console console;
  private final RuleDesk desk;

  PeopleListController(Console console, RuleDesk desk) {
    this.console = console;
    this.desk = desk;
  }

  /** Shows what a list would change. */
  @PostMapping(LIST)
  String preview(
      @RequestParam("file") MultipartFile file,
      Model model,
      HttpServletResponse response,
      RedirectAttributes afterwards)
      throws IOException {
    String name = shown(file.getOriginalFilename());
    if (file.isEmpty()) return refused(afterwards, new ConfigProblem(name, 0, "", "is empty"));
    FileText text = FileText.of(file.getBytes()).orElse(null);
    if (text == null || text.text().length() > LONGEST) {
      String why = text == null ? "is no text; save it as CSV with UTF-8" : "is too long";
      return refused(afterwards, new ConfigProblem(name, 0, "", why));
    }
    model.addAttribute("note", text.note().orElse(""));
    return show(looked(name, text.text()), "", model, response);
  }

  /** Keeps the list as the next revision. */
  @PostMapping(LIST + "/keep")
  String keep(
      @RequestParam("name") String sent,
      @RequestParam("text") String text,
      @RequestParam(name = "why", defaultValue = "") String why,
      Visitor visitor,
      Model model,
      HttpServletResponse response,
      RedirectAttributes afterwards) {
    String name = shown(sent);
    Looked looked = looked(name, text);
    if (!(looked.plan() instanceof Plan.Ready ready) || !looked.broken().isEmpty()) {
      return show(looked, why, model, response);
    }
    String reason = why.isBlank() ? "people from " + name : why;
    Aftermath after = new Aftermath(afterwards, PeopleController.PATH);
    return switch (desk.save(visitor, ready.base(), ready.files(), reason)) {
      case Revised.Saved(var source) -> after.saved(source);
      case Revised.Same(var revision) -> after.same();
      case Revised.Broken(var problems) -> after.refused(problems);
      // the list means whatever is the newest: shown anew, it says what it changes of that
      case Revised.Overtaken overtaken -> {
        Sides sides = desk.sides(overtaken);
        model.addAttribute("overtakenBy", sides.by());
        model.addAttribute("theirs", sides.theirs());
        yield show(looked(name, text), why, model, response);
      }
    };
  }

  /** What a list comes to. */
  private record Looked(String name, String text, Plan plan, List<ConfigProblem> broken) {}

  private Looked looked(String name, String text) {
    Set<String> houses = console.bench().houses();
    try {
      ListFile.Read read = ListFile.of(text.getBytes(StandardCharsets.UTF_8), name, houses);
      Source newest = desk.newest().source();
      PeopleImport people = new PeopleImport(desk.texts(), houses);
      Set<Email> unknown = people.unknown(newest, read.sheet());
      boolean ask = !unknown.isEmpty() && read.broken().isEmpty();
      if (ask && unknown.size() > MOST_LOOKED_UP) {
        String why =
            "asks for "
                + unknown.size()
                + " people by e-mail, at most "
                + MOST_LOOKED_UP
                + " go here; use grenselos people import";
        var mistaken = new Plan.Mistaken(List.of(new ConfigProblem(name, 0, "", why)));
        return new Looked(name, text, mistaken, List.of());
      }
      Directory directory = ask ? console.bench().lookUp().apply(unknown) : Directory.EMPTY;
      Plan plan = people.plan(newest, read.sheet(), directory);
      return new Looked(name, text, plan, read.broken());
    } catch (ConfigException e) {
      return new Looked(name, text, new Plan.Mistaken(e.problems()), List.of());
    }
  }

  private String show(Looked looked, String why, Model model, HttpServletResponse response) {
    List<ConfigProblem> problems = new ArrayList<>(looked.broken());
    switch (looked.plan()) {
      case Plan.Mistaken mistaken -> problems.addAll(mistaken.problems());
      case Plan.Ready ready -> model.addAttribute("plan", ready);
    }
    if (!problems.isEmpty()) response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    List<Spot> spots = problems.stream().map(one -> spot(looked.name(), one)).toList();
    model.addAttribute("problems", spots);
    model.addAttribute("name", looked.name());
    model.addAttribute("text", looked.text());
    model.addAttribute("why", why);
    return VIEW;
  }

  private static Spot spot(String name, ConfigProblem one) {
    return new Spot(one.file().isEmpty() ? name : one.file(), one.line(), one.path(), one.text());
  }

  private static String refused(RedirectAttributes afterwards, ConfigProblem problem) {
    return new Aftermath(afterwards, PeopleController.PATH).refused(List.of(problem));
  }

  /** A file's name for people, without its folders. */
  static String shown(@Nullable String sent) {
    String name = sent == null ? "" : sent.replace('\\', '/');
    String last = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\p{C}", "");
    return last.substring(0, Math.min(last.length(), LONGEST_NAME));
  }
}
