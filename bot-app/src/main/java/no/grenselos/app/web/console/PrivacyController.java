package no.grenselos.app.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.privacy.AuthorExport;
import no.grenselos.mention.AuthorName;
import no.grenselos.privacy.Forgetting.Forgotten;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Somebody outside wants to see what is kept of them, or wants it gone. Names are sent in forms
 * only, so that none stands in an address that a proxy keeps.
 */
@Controller
final class PrivacyController {
  private static final String PATH = ConsoleWeb.ROOT + "/system/author";

  private final Console console;

  PrivacyController(Console console) {
    this.console = console;
  }

  @GetMapping(PATH)
  String ask() {
    return "console/system-author";
  }

  /** How much there is; nothing changes yet. */
  @PostMapping(PATH)
  String look(@RequestParam("author") String written, Model model) {
    model.addAttribute("written", written);
    Optional<AuthorName> author = parsed(written);
    model.addAttribute("unread", author.isEmpty());
    author.ifPresent(name -> model.addAttribute("found", console.forgetting().get().look(name)));
    return "console/system-author";
  }

  @PostMapping(PATH + "/forget")
  String forget(
      @RequestParam("author") String written, Visitor visitor, RedirectAttributes afterwards) {
    String by = visitor.colleague(console.book()).id();
    Forgotten gone = console.forgetting().get().forget(known(written), by);
    afterwards.addFlashAttribute("gone", gone);
    return "redirect:" + PATH;
  }

  @PostMapping(PATH + "/export")
  void export(@RequestParam("author") String written, HttpServletResponse response)
      throws IOException {
    AuthorName author = known(written);
    AuthorExport export =
        AuthorExport.of(
            console.store(),
            console.book(),
            console.forgetting().get().posts(author),
            author,
            console.clock().instant());
    Download.begin(response, "grenselos-author.json", "application/json;charset=UTF-8");
    response.getWriter().write(export.json());
  }

  private static Optional<AuthorName> parsed(String written) {
    try {
      return Optional.of(AuthorName.parse(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static AuthorName known(String written) {
    return parsed(written)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, AuthorName.RULE));
  }
}
