package no.grenselos.app.web.console.rules;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.web.console.ConsolePage;
import no.grenselos.app.web.console.desk.Aftermath;
import no.grenselos.app.web.console.desk.FileDifference;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.revise.Revised;
import no.grenselos.store.RuleBooks.Source;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rule book's revisions: who changed what when and why, back to one, out and in as files. */
@Controller
final class HistoryController {
  private static final String PATH = RulesController.PATH + "/history";
  private static final String ONE = RulesController.PATH + "/revision/{number}";
  private static final int MOST = 20;
  private static final int LONGEST_WHY = 500;

  private final RuleDesk desk;
  private final Editors editors;
  private final Glance glance;

  HistoryController(RuleDesk desk, Editors editors, Glance glance) {
    this.desk = desk;
    this.editors = editors;
    this.glance = glance;
  }

  /** A revision as the list shows it. */
  public record Line(Source source, String by) {}

  /**
   * @param below only older ones than that; 0 for all
   */
  @GetMapping(PATH)
  String page(@RequestParam(name = "below", defaultValue = "0") int below, Model model) {
    int newest = desk.newestNumber();
    int from = below > 0 && below <= newest ? below : newest + 1;
    List<Line> lines =
        desk.before(from, MOST).stream().map(one -> new Line(one, desk.name(one.by()))).toList();
    model.addAttribute("lines", lines);
    model.addAttribute("newest", newest);
    model.addAttribute("below", lines.size() == MOST ? lines.getLast().source().revision() : 0);
    return "console/rules-history";
  }

  /** One revision, and what it changed; or what it would, were it brought back. */
  @GetMapping(ONE)
  String one(@PathVariable("number") int number, Model model) {
    Source source = desk.source(number);
    Source newest = desk.source(desk.newestNumber());
    model.addAttribute("revision", new Line(source, desk.name(source.by())));
    model.addAttribute("newest", newest.revision());
    model.addAttribute(
        "changes",
        desk.find(number - 1).map(before -> desk.differences(before, source)).orElse(List.of()));
    model.addAttribute(
        "back",
        number == newest.revision() ? List.<FileDifference>of() : desk.differences(newest, source));
    return "console/rules-revision";
  }

  /** Brings a revision back as the next one. */
  @PostMapping(RulesController.PATH + "/revert")
  String revert(
      @RequestParam("revision") int revision,
      @RequestParam("base") int base,
      @RequestParam(name = "why", defaultValue = "") String why,
      Visitor visitor,
      RedirectAttributes afterwards) {
    String reason = why.substring(0, Math.min(why.length(), LONGEST_WHY));
    Aftermath good = new Aftermath(afterwards, RulesController.PATH);
    Aftermath bad = new Aftermath(afterwards, RulesController.PATH + "/revision/" + revision);
    return switch (desk.revert(visitor, base, revision, reason)) {
      case Revised.Saved(var source) -> good.saved(source);
      case Revised.Same(var number) -> good.same();
      case Revised.Broken(var problems) -> bad.refused(problems);
      case Revised.Overtaken overtaken -> bad.overtaken(desk.sides(overtaken));
    };
  }

  /** A revision's files, packed. */
  @GetMapping(ONE + "/files")
  ResponseEntity<byte[]> files(@PathVariable("number") int number) throws IOException {
    Source source = desk.source(number);
    String name = "grenselos-rules-" + number + ".zip";
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(Archive.packed(source.files(), source.at()));
  }

  /** Opens files in the editor, to be looked at and saved there; a zip is the whole book. */
  @PostMapping(RulesController.PATH + "/import")
  String bring(
      @RequestParam("files") List<MultipartFile> sent,
      Visitor visitor,
      Model model,
      RedirectAttributes afterwards)
      throws IOException {
    if (!ConsolePage.RULES.mayChange(visitor)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    Source newest = desk.newest().source();
    Map<String, String> files;
    try {
      files = together(newest.files(), sent);
    } catch (Archive.Refused refused) {
      afterwards.addFlashAttribute("said", refused.getMessage());
      return "redirect:" + PATH;
    }
    if (files.equals(newest.files())) {
      afterwards.addFlashAttribute("said", "rules.same");
      return "redirect:" + PATH;
    }
    long length = files.values().stream().mapToLong(String::length).sum();
    model.addAttribute("said", "rules.import.opened");
    model.addAttribute("changes", desk.differences(newest.files(), files));
    TextForm form = TextForm.of(newest, "").at(newest, files);
    model.addAttribute("editor", editors.of(form, glance.at(files, length)));
    return TextController.VIEW;
  }

  private static Map<String, String> together(Map<String, String> newest, List<MultipartFile> sent)
      throws IOException, Archive.Refused {
    Map<String, String> files = new TreeMap<>(newest);
    Set<String> given = new java.util.TreeSet<>();
    for (MultipartFile file : sent) {
      if (file.isEmpty()) continue;
      String name = String.valueOf(file.getOriginalFilename());
      if (file.getSize() > Archive.MOST_BYTES) throw new Archive.Refused("rules.import.large");
      if (name.endsWith(".zip")) {
        files.clear();
        files.putAll(Archive.unpacked(file.getInputStream()));
        given.addAll(files.keySet());
      } else {
        String known = Archive.named(name);
        files.put(known, Archive.text(file.getBytes()));
        given.add(known);
      }
    }
    if (given.isEmpty()) throw new Archive.Refused("rules.import.empty");
    return files;
  }
}
