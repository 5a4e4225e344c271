package no.grenselos.app.web.console.desk;

import java.util.List;
import no.grenselos.config.ConfigProblem;
import no.grenselos.store.RuleBooks.Source;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page that somebody is led to says of their change to the rule book. Each leads there.
 *
 * @param path of that page
 */
public record Aftermath(RedirectAttributes page, String path) {
  public String saved(Source source) {
    page.addFlashAttribute("said", "rules.saved");
    page.addFlashAttribute("saidWith", Integer.toString(source.revision()));
    return view();
  }

  /** It says what the newest revision says. */
  public String same() {
    page.addFlashAttribute("said", "rules.same");
    return view();
  }

  public String refused(List<ConfigProblem> problems) {
    page.addFlashAttribute("refused", Spot.first(problems));
    return view();
  }

  public String overtaken(Sides sides) {
    page.addFlashAttribute("overtakenBy", sides.by());
    page.addFlashAttribute("theirs", sides.theirs());
    return view();
  }

  private String view() {
    return "redirect:" + path;
  }
}
