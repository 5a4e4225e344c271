package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.FormKind;
import no.grenselos.revise.Difference;
import no.grenselos.revise.RuleTexts;
import no.grenselos.store.Books;
import no.grenselos.store.RuleBooks.Source;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;

/** What is asked before something goes, or comes back: it is shown first. */
final class Confirming {
  private Confirming() {}

  static Optional<Form> form(Question question, RuleTexts texts) {
    return question.kind() == FormKind.REMOVE_RULE
        ? remove(question, texts)
        : revert(question, texts);
  }

  private static Optional<Form> remove(Question question, RuleTexts texts) {
    return Asked.of(question, texts, "because")
        .filter(asked -> !asked.entry().isNew())
        .map(asked -> {
          RuleWords words = new RuleWords(asked.phrases(), question.visit().book());
          String what = words.of(asked.entry().section(), asked.said());
          return asked.form(
              List.of(
                  new Field.Words(asked.phrases().say("form.remove-rule.words", what)),
                  asked.because()));
        });
  }

  private static Optional<Form> revert(Question question, RuleTexts texts) {
    Books books = question.visit().books();
    Optional<Earlier> earlier = Earlier.of(question.on());
    Optional<Source> then = earlier.flatMap(one -> books.ruleBooks().find(one.revision()));
    Optional<Source> now = books.ruleBooks().latest();
    if (then.isEmpty() || now.isEmpty()) return Optional.empty();
    Phrases phrases = question.phrases("ruling");
    List<Difference> differences = texts.differences(now.get().files(), then.get().files());
    List<Field> fields = new ArrayList<>();
    if (differences.isEmpty()) {
      fields.add(new Field.Words(phrases.say("form.revert-rules.same")));
    } else {
      fields.add(new Field.Words(phrases.say("form.revert-rules.words", then.get().revision())));
      fields.add(new Field.Words(String.join("\n", Changed.lines(differences, phrases))));
    }
    fields.add(
        Field.Text.line(
                "because", phrases.say("field.because"), phrases.say("field.because.hint"), 200)
            .mayBeEmpty());
    Earlier seen = new Earlier(then.get().revision(), now.get().revision());
    return Optional.of(phrases.form(question.kind(), seen.on(), fields));
  }
}
