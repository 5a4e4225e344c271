package no.grenselos.app.web.console.entry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.web.console.ConsolePage;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.ruling.LeftAlone;
import no.grenselos.ruling.Matching;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Whom, or which words, nobody is to be asked about. It becomes a route or a silence, and what is
 * wrong with that is said at its own form.
 */
@Controller
final class AloneController {
  private static final String PATH = "/console/rules/alone";
  private static final String VIEW = "console/alone";
  private static final int LONGEST = 500;

  private final RuleDesk desk;
  private final EntryController entries;

  AloneController(RuleDesk desk, EntryController entries) {
    this.desk = desk;
    this.entries = entries;
  }

  @GetMapping(PATH)
  String form(Visitor visitor, Model model) {
    if (!ConsolePage.RULES.mayChange(visitor)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return drawn(model, new LeftAlone(new Matching("", "", "", ""), "", ""), "");
  }

  @PostMapping(PATH)
  String save(
      @RequestParam MultiValueMap<String, String> form,
      Visitor visitor,
      Locale locale,
      Model model,
      HttpServletResponse response,
      RedirectAttributes afterwards) {
    Matching posts =
        new Matching(text(form, "people"), text(form, "words"), text(form, "network"), "");
    LeftAlone alone = new LeftAlone(posts, text(form, "until"), text(form, "why"));
    // a network by itself would mute all that comes from it
    boolean nobody = new Matching(posts.people(), posts.said(), "", "").isEmpty();
    if (nobody || alone.why().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return drawn(model, alone, nobody ? "alone.nobody" : "alone.no-reason");
    }
    MultiValueMap<String, String> entry = entry(alone, visitor);
    entry.add(Asked.BASE, text(form, "base"));
    return entries.save(entry, visitor, locale, model, response, afterwards);
  }

  private static MultiValueMap<String, String> entry(LeftAlone alone, Visitor visitor) {
    MultiValueMap<String, String> entry = new LinkedMultiValueMap<>();
    alone.keys(visitor.name()).forEach(entry::add);
    entry.add(Asked.SECTION, alone.section().name());
    entry.add(Asked.WHY, alone.why());
    // before all others, whatever they say
    entry.add(Asked.AT, "1");
    return entry;
  }

  private String drawn(Model model, LeftAlone alone, String wrong) {
    model.addAttribute("alone", alone);
    model.addAttribute("wrong", wrong);
    model.addAttribute("base", desk.newestNumber());
    return VIEW;
  }

  private static String text(MultiValueMap<String, String> form, String name) {
    String first = form.getFirst(name);
    String text = first == null ? "" : first.strip();
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
