package no.grenselos.app.web.console.rules;

import java.util.Map;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.config.Node;
import no.grenselos.revise.Edit;
import no.grenselos.revise.RouteCase.Expectation;
import no.grenselos.revise.Section;
import no.grenselos.store.MentionLog.Logged;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.ticket.TicketId;
import no.grenselos.trial.CaseMaker;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes a test of a post: it opens in the editor, where what should become of it is mended. */
@Controller
final class KeepController {
  private static final int LONGEST = 2_000;

  private final Console console;
  private final RuleDesk desk;
  private final Editors editors;
  private final Glance glance;

  KeepController(Console console, RuleDesk desk, Editors editors, Glance glance) {
    this.console = console;
    this.desk = desk;
    this.editors = editors;
    this.glance = glance;
  }

  @PostMapping(RulesController.PATH + "/keep")
  String keep(
      @RequestParam("ticket") String ticket,
      @RequestParam(name = "words", defaultValue = "") String typed,
      Model model,
      RedirectAttributes afterwards) {
    Logged post = post(ticket);
    String words = typed.strip().replaceAll("\\s+", " ");
    if (words.isEmpty() && post.erased()) {
      afterwards.addFlashAttribute("said", "rules.keep.no-words");
      return "redirect:/console/tickets/" + TicketId.parse(ticket);
    }
    Node.Mapping entry = entry(post, words.substring(0, Math.min(LONGEST, words.length())));
    Source newest = desk.newest().source();
    Map<String, String> files =
        desk.texts()
            .edited(newest.files(), new Edit.Put(Section.CASES, "", Integer.MAX_VALUE, entry));
    TextForm form = TextForm.of(newest, "test of " + ticket).at(newest, files);
    model.addAttribute("said", "rules.keep.opened");
    model.addAttribute("changes", desk.differences(newest.files(), files));
    model.addAttribute("editor", editors.of(form, glance.at(files, form.length())));
    return TextController.VIEW;
  }

  private Node.Mapping entry(Logged post, String words) {
    CaseMaker maker = new CaseMaker(console.rules().get(), console.clock());
    Expectation expect = CaseMaker.decided(post.decision());
    // as it was offered: then a beginning may be enough
    boolean untouched = words.isEmpty() || words.equals(CaseMaker.words(post.mention()));
    return untouched && !post.erased() ? maker.of(post, expect) : maker.of(post, words, expect);
  }

  private Logged post(String ticket) {
    TicketId id;
    try {
      id = TicketId.parse(ticket);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such post", e);
    }
    return console
        .store()
        .read(books ->
            books.tickets().find(id).flatMap(found -> books.mentions().find(found.mention())))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
