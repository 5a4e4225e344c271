package no.grenselos.ruling;

import java.util.List;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.RuleAction;
import no.grenselos.revise.Section;
import no.grenselos.work.Question;

/**
 * The dialog about whom, or which words, nobody is to be asked about: with an end it makes a
 * silence, without one a route at the top that drops.
 */
final class AloneForm {
  private AloneForm() {}

  static Form of(Asked asked) {
    return asked.form(
        List.of(
            new Field.Words(asked.phrases().say("form.leave-alone.words")),
            asked.optional("author", 200),
            asked.optional("words", 300),
            asked.optional("network", 40),
            asked.line("why", 200),
            new Field.Day("day", asked.label("day-or-never"), null, true)));
  }

  static RuleAction.WriteRule read(Question question, Entry entry, String by) {
    Entry end = new Entry(Section.SILENCES, entry.revision(), Entry.NEW);
    if (!question.value("day").isEmpty()) return SilenceForm.read(question, end, by);
    LeftAlone alone = new LeftAlone(Matching.of(question), "", question.value("why"));
    return new RuleAction.WriteRule(entry.toString(), alone.keys(by), 0, alone.why());
  }
}
