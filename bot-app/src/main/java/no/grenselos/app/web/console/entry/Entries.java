package no.grenselos.app.web.console.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.grenselos.app.admission.Visitor;
import no.grenselos.app.web.console.Console;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.config.Node;
import no.grenselos.revise.Section;
import no.grenselos.store.RuleBooks.Source;
import org.springframework.util.MultiValueMap;

/** Makes drafts of the rule book from what a form of one entry says. Keeps nothing. */
public final class Entries {
  private final Console console;
  private final RuleDesk desk;

  Entries(Console console, RuleDesk desk) {
    this.console = console;
    this.desk = desk;
  }

  /**
   * A revision's files with the entry as the form has it.
   *
   * @param base the revision at which the form was drawn
   */
  public record Draft(int base, Map<String, String> files) {
    public Draft {
      files = Map.copyOf(files);
    }
  }

  /** What the form says, before its files are made. */
  record Said(Asked asked, Node.Mapping entry, Set<String> invited, Drawing drawing) {}

  /**
   * The draft, whether it can be used or not.
   *
   * @throws IllegalStateException when the file must be changed by hand; the text says so
   */
  public Draft draft(MultiValueMap<String, String> form, Visitor visitor, Locale locale) {
    Said said = said(form, visitor, locale);
    return new Draft(said.asked().base(), drafted(said).files());
  }

  Said said(MultiValueMap<String, String> form, Visitor visitor, Locale locale) {
    Asked asked = Asked.of(form);
    Source base = desk.source(asked.base());
    Drawing drawing = new Drawing(desk.newest().book(), locale, visitor, console);
    List<Node.Mapping> entries = desk.entries(base, asked.section());
    int place = asked.key().isEmpty() ? -1 : Drafted.place(entries, asked.section(), asked.key());
    Node.Mapping before = place < 0 ? Node.Mapping.empty() : entries.get(place);
    Node.Mapping entry = Written.filled(before, drawing.fields(asked.section()), form);
    Set<String> invited = Set.copyOf(form.getOrDefault(Drawing.INVITED, List.of()));
    drawing.invited(invited);
    // somebody took it away: then this adds it anew
    return new Said(place < 0 ? asked.fresh() : asked, entry, invited, drawing);
  }

  /** The same entry in another revision; a new one where it is gone. */
  Asked moved(Asked asked, Source newest) {
    Section section = asked.section();
    List<Node.Mapping> there = desk.entries(newest, section);
    Asked next = asked.at(newest.revision());
    if (asked.key().isEmpty()) return next;
    if (!Drafted.id(section).isEmpty()) {
      return Drafted.place(there, section, asked.key()) < 0 ? next.fresh() : next;
    }
    // what is known by its place may have another one now
    List<Node.Mapping> here = desk.entries(desk.source(asked.base()), section);
    String when = here.get(Drafted.place(here, section, asked.key())).text("when");
    for (int i = 0; i < there.size(); i++) {
      if (there.get(i).text("when").equals(when)) return next.known(Integer.toString(i));
    }
    return next.fresh();
  }

  Drafted drafted(Said said) {
    return Drafted.of(
        desk.texts(),
        desk.source(said.asked().base()).files(),
        said.asked(),
        said.entry(),
        said.invited());
  }
}
