package no.grenselos.app.web.console.rules;

import no.grenselos.app.admission.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells a page how far a try has come. */
@Controller
final class TriesController {
  private static final String PATH = RulesController.PATH + "/tries";

  private final Tryouts tryouts;

  TriesController(Tryouts tryouts) {
    this.tryouts = tryouts;
  }

  @GetMapping(PATH)
  String part(Visitor visitor, Model model) {
    tryouts.of(visitor.id()).ifPresent(trying -> model.addAttribute("trying", trying));
    return "console/rules-tries :: trying";
  }
}
