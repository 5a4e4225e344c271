package no.grenselos.app.web.console.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.grenselos.app.web.console.desk.RuleDesk;
import no.grenselos.app.web.console.desk.Sides;
import no.grenselos.app.web.console.rules.Editor.Opened;
import no.grenselos.revise.Revised;

/** Draws the editor with a draft in it. */
final class Editors {
  private final RuleDesk desk;

  Editors(RuleDesk desk) {
    this.desk = desk;
  }

  /** With what both sides changed. */
  Editor overtaken(TextForm form, Revised.Overtaken how) {
    return of(form, new Seen.Not(), how.newest().revision(), desk.sides(how));
  }

  Editor of(TextForm form, Seen seen) {
    return of(form, seen, desk.newestNumber(), Sides.NONE);
  }

  private Editor of(TextForm form, Seen seen, int newest, Sides sides) {
    Map<String, String> base = desk.source(form.base()).files();
    List<Opened> texts = new ArrayList<>();
    form.open().forEach((name, text) -> texts.add(new Opened(texts.size(), name, text)));
    TreeSet<String> others = new TreeSet<>(base.keySet());
    others.removeAll(form.open().keySet());
    return new Editor(
        form.base(),
        newest,
        texts,
        new TreeSet<>(form.gone()),
        List.copyOf(others),
        form.why(),
        form.days(),
        seen,
        sides);
  }
}
