package no.grenselos.app.web.console;

import java.time.Instant;
import no.grenselos.app.admission.Visitor;
import no.grenselos.store.AuditLog;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page Now: what is waiting, and for whom. */
@Controller
final class NowController {
  private static final String PATH = ConsoleWeb.ROOT + "/now";

  private final Console console;

  NowController(Console console) {
    this.console = console;
  }

  @GetMapping(PATH)
  String page(Visitor visitor, Model model) {
    model.addAttribute("waiting", Waiting.of(console, visitor));
    return "console/now";
  }

  /** The part that changes; the page asks for it again and again. */
  @GetMapping(PATH + Stay.LIVE)
  String live(Visitor visitor, Model model) {
    model.addAttribute("waiting", Waiting.of(console, visitor));
    return "console/now :: live";
  }

  /** Takes up again what was set aside: a message, a post or a press. */
  @PostMapping(PATH + "/again")
  String again(
      Visitor visitor,
      @RequestParam("key") String key,
      @RequestParam(name = "what", defaultValue = "message") String what,
      RedirectAttributes afterwards) {
    Shelf shelf =
        Shelf.named(what).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    Instant now = console.clock().instant();
    String who = visitor.colleague(console.book()).id();
    boolean revived =
        console
            .store()
            .write(books -> {
              if (!shelf.revived(books, key, now)) return false;
              books.audit().add(new AuditLog.Entry(now, who, shelf.deed(), null, key));
              return true;
            });
    afterwards.addFlashAttribute("said", revived ? "now.again.done" : "now.again.gone");
    return "redirect:" + PATH;
  }
}
