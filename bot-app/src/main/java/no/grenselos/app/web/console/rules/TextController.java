package no.grenselos.app.web.console.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.config.text.Laid;
import no.grenselos.app.web.console.ConsolePage;
import no.grenselos.app.web.console.desk.Aftermath;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.app.web.console.desk.Spot;
import no.grenselos.app.web.console.entry.Entries;
import no.grenselos.revise.Checked;
import no.grenselos.revise.Revised;
import no.grenselos.route.RuleBook;
import no.grenselos.store.RuleBooks.Source;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of the rule book's files. All it knows of a draft is in the form. */
@Controller
final class TextController {
  static final String PATH = RulesController.PATH + "/text";
  static final String VIEW = "console/rules-text";

  private final RuleDesk desk;
  private final Glance glance;
  private final Tryouts tryouts;
  private final Entries entries;
  private final Editors editors;

  TextController(RuleDesk desk, Glance glance, Tryouts tryouts, Entries entries, Editors editors) {
    this.editors = editors;
    this.entries = entries;
    this.desk = desk;
    this.glance = glance;
    this.tryouts = tryouts;
  }

  /** What a button of the form asks for. */
  enum Act {
    CHECK,
    SAVE,
    /** Shows one more file. */
    OPEN,
    /** Takes a file away. */
    DROP,
    /** Puts the draft on the newest revision. */
    LAY,
    /** Tries it on stored posts. */
    TRY,
    /** Runs its cases. */
    SUITE,
    /** Looks how far that has come. */
    LOOK,
    STOP;

    static Act of(String word) {
      for (Act act : values()) if (act.name().equalsIgnoreCase(word)) return act;
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  /** The newest revision's text of a file. */
  @GetMapping(PATH)
  String page(
      @RequestParam(name = "file", defaultValue = TextForm.ROUTES) String file,
      Visitor visitor,
      Model model) {
    if (!ConsolePage.RULES.mayChange(visitor)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    Source newest = desk.newest().source();
    String name = TextForm.named(file);
    TextForm form = TextForm.of(newest, "").with(name, newest.files().getOrDefault(name, ""));
    model.addAttribute("fresh", "fresh");
    show(model, form, new Seen.Not());
    return VIEW;
  }

  /** Does what the button says; the draft comes back with the answer. */
  @PostMapping(PATH)
  String act(
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "do", defaultValue = "check") String word,
      @RequestParam(name = "name", defaultValue = "") String name,
      Visitor visitor,
      Model model,
      HttpServletResponse response,
      RedirectAttributes afterwards) {
    TextForm form = TextForm.of(sent);
    return switch (Act.of(word)) {
      case CHECK -> shown(model, form, seen(form));
      case OPEN -> shown(model, opened(form, name), new Seen.Not());
      case DROP -> shown(model, form.without(TextForm.named(name)), new Seen.Not());
      case LAY -> laid(model, form);
      case TRY, SUITE -> tried(Act.of(word), form, visitor, model, response);
      case LOOK -> {
        tryouts.of(visitor.id()).ifPresent(trying -> model.addAttribute("trying", trying));
        yield shown(model, form, new Seen.Not());
      }
      case STOP -> {
        tryouts.stop(visitor.id());
        model.addAttribute("trying", new Trying.Stopped());
        yield shown(model, form, new Seen.Not());
      }
      case SAVE -> save(form, visitor, model, response, afterwards);
    };
  }

  /** Tries an entry as its form has it: the draft opens in the editor. */
  @PostMapping(PATH + "/entry")
  String entry(
      @RequestParam MultiValueMap<String, String> sent,
      Visitor visitor,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Entries.Draft draft = entries.draft(sent, visitor, locale);
    String why = java.util.Objects.requireNonNullElse(sent.getFirst("entry-why"), "");
    Source base = desk.source(draft.base());
    TextForm form = TextForm.of(base, why).at(base, draft.files());
    model.addAttribute("changes", desk.differences(base.files(), draft.files()));
    return tried(Act.TRY, form, visitor, model, response);
  }

  /** The part beside the text that says what is wrong; asked for while somebody types. */
  @PostMapping(PATH + "/check")
  String check(@RequestParam MultiValueMap<String, String> sent, Model model) {
    TextForm form = TextForm.of(sent);
    show(model, form, seen(form));
    return VIEW + " :: seen";
  }

  private Seen seen(TextForm form) {
    return glance.at(form.files(desk.source(form.base()).files()), form.length());
  }

  private TextForm opened(TextForm form, String name) {
    String file = TextForm.fits(name) || name.isEmpty() ? name : "topics/" + name + ".yml";
    String fits = TextForm.named(file);
    return form.with(fits, desk.source(form.base()).files().getOrDefault(fits, ""));
  }

  private String laid(Model model, TextForm form) {
    Source base = desk.source(form.base());
    Source newest = desk.newest().source();
    Map<String, String> mine = form.files(base.files());
    Map<String, String> files =
        desk.texts()
            .merged(base.files(), mine, newest.files())
            .orElseGet(() -> Laid.of(base.files(), mine, newest.files()));
    TextForm on = form.at(newest, files);
    model.addAttribute("said", "rules.text.laid");
    model.addAttribute("saidWith", Integer.toString(newest.revision()));
    model.addAttribute("changes", desk.differences(newest.files(), files));
    return shown(model, on, seen(on));
  }

  /** Only what can be used can be tried. */
  private String tried(
      Act act, TextForm form, Visitor visitor, Model model, HttpServletResponse response) {
    if (form.length() > Glance.MOST) return shown(model, form, new Seen.TooLong(Glance.MOST));
    Map<String, String> files = form.files(desk.source(form.base()).files());
    Checked checked = desk.check(files);
    if (checked.book().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    } else {
      RuleBook book = checked.book().get();
      Trying trying =
          act == Act.SUITE
              ? tryouts.suite(visitor.id(), book, files)
              : tryouts.forecast(visitor.id(), book, form.days());
      model.addAttribute("trying", trying);
    }
    return shown(model, form, Seen.Looked.of(checked, List.of()));
  }

  private String save(
      TextForm form,
      Visitor visitor,
      Model model,
      HttpServletResponse response,
      RedirectAttributes afterwards) {
    if (form.length() > Glance.MOST) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(model, form, new Seen.TooLong(Glance.MOST));
    }
    Source base = desk.source(form.base());
    Revised revised = desk.save(visitor, form.base(), form.files(base.files()), form.why());
    Aftermath after = new Aftermath(afterwards, RulesController.PATH);
    return switch (revised) {
      case Revised.Saved(var source) -> after.saved(source);
      case Revised.Same(var revision) -> after.same();
      case Revised.Broken(var problems) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Seen seen = new Seen.Looked(Spot.first(problems), List.of(), problems.size());
        yield shown(model, form, seen);
      }
      case Revised.Overtaken overtaken -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("editor", editors.overtaken(form, overtaken));
        yield VIEW;
      }
    };
  }

  private String shown(Model model, TextForm form, Seen seen) {
    show(model, form, seen);
    return VIEW;
  }

  private void show(Model model, TextForm form, Seen seen) {
    model.addAttribute("editor", editors.of(form, seen));
  }
}
