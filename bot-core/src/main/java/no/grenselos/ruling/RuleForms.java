package no.grenselos.ruling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.RuleAction;
import no.grenselos.revise.RuleTexts;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Submission;

/** The dialogs about the rules, for those who may change them. */
final class RuleForms {
  private static final String NEXT = "next";
  private static final String TRY = "try";

  private final RuleTexts texts;
  private final boolean tries;

  /**
   * @param tries whether a change can be tried before it is made
   */
  RuleForms(RuleTexts texts, boolean tries) {
    this.texts = texts;
    this.tries = tries;
  }

  /** Empty when there is nothing to ask. */
  Optional<Form> form(Question question) {
    return switch (question.kind()) {
      case RULE -> Asked.of(question, texts, "goes").map(RouteForm::of).map(withNext(question));
      case SILENCE -> Asked.of(question, texts, "why").map(SilenceForm::of).map(withNext(question));
      case LEAVE_ALONE ->
          Asked.of(question, texts, "why").map(AloneForm::of).map(withNext(question));
      case KEEP_TEST -> CaseForm.of(question, texts);
      case TOPIC -> TopicForm.of(question, texts).map(withNext(question));
      default -> Confirming.form(question, texts).map(withNext(question));
    };
  }

  /** Whether it is to be saved, or first to be shown what it would come to. */
  private UnaryOperator<Form> withNext(Question question) {
    return form -> tries ? with(form, next(question)) : form;
  }

  private static Form with(Form form, Field field) {
    List<Field> fields = new ArrayList<>(form.fields());
    fields.add(field);
    return new Form(form.kind(), form.on(), form.title(), form.submit(), form.cancel(), fields);
  }

  private static Field next(Question question) {
    Phrases phrases = question.phrases("ruling");
    List<Field.Option> options =
        Stream.of("save", TRY)
            .map(one -> new Field.Option(one, phrases.say("next." + one)))
            .toList();
    String chosen = trying(question) ? TRY : "save";
    return new Field.OneOf(NEXT, phrases.say("field.next"), options, chosen, false);
  }

  private static boolean trying(Question question) {
    return question.value(NEXT).equals(TRY);
  }

  /** What a sent form asks for, or what is wrong with it. */
  Submission read(Question question) {
    Submission read = change(question);
    return read.action().isPresent() && tries && trying(question)
        ? Submission.of(new RuleAction.TryFirst((RuleAction) read.action().get()))
        : read;
  }

  private Submission change(Question question) {
    String because = question.value("because");
    return switch (question.kind()) {
      case REMOVE_RULE -> Submission.of(new RuleAction.RemoveRule(because));
      case REVERT_RULES -> Submission.of(new RuleAction.RevertRules(because));
      default -> written(question, question.phrases("ruling"));
    };
  }

  private Submission written(Question question, Phrases phrases) {
    Optional<Entry> entry = Entry.of(question.on());
    if (entry.isEmpty()) return Submission.nothing();
    if (question.kind() == FormKind.TOPIC) return topic(question, entry.get(), phrases);
    Map<String, String> needed = new HashMap<>(needed(question, phrases));
    RuleAction.WriteRule action = action(question, entry.get());
    // what is made of too little has problems that nobody typed
    boolean typed = needed.isEmpty() || question.kind() == FormKind.RULE;
    if (typed) new Faults(question, texts).of(action).forEach(needed::putIfAbsent);
    return needed.isEmpty() ? Submission.of(action) : new Submission(Optional.empty(), needed);
  }

  private Submission topic(Question question, Entry entry, Phrases phrases) {
    Optional<TopicForm> sent = TopicForm.sent(question, texts, entry);
    if (sent.isEmpty()) return Submission.wrong(TopicForm.FIRST, phrases.say("gone"));
    Map<String, String> faults = sent.get().faults(phrases);
    return faults.isEmpty()
        ? Submission.of(sent.get().action())
        : new Submission(Optional.empty(), faults);
  }

  private static RuleAction.WriteRule action(Question question, Entry entry) {
    String by = question.visit().colleague().name();
    return switch (question.kind()) {
      case SILENCE -> SilenceForm.read(question, entry, by);
      case LEAVE_ALONE -> AloneForm.read(question, entry, by);
      case KEEP_TEST -> CaseForm.read(question, entry);
      default -> RouteForm.read(question, entry);
    };
  }

  /** What cannot be left out, in plainer words than the files' own checks have for it. */
  private static Map<String, String> needed(Question question, Phrases phrases) {
    Map<String, String> needed = new HashMap<>();
    if (question.kind() == FormKind.RULE) {
      if (question.value("name").isEmpty()) needed.put("name", phrases.say("form.needed"));
      if (RouteForm.dropsWithoutWhy(question)) needed.put("drop", phrases.say("form.needed"));
      if (RouteForm.misplaced(question)) needed.put("place", phrases.say("fault.place"));
      return needed;
    }
    if (question.kind() == FormKind.KEEP_TEST) {
      if (question.value(CaseForm.POST).isEmpty())
        needed.put(CaseForm.POST, phrases.say("form.needed"));
      return needed;
    }
    if (Matching.of(question).isEmpty()) {
      boolean alone = question.kind() == FormKind.LEAVE_ALONE;
      needed.put(alone ? "author" : "when", phrases.say("fault.nothing"));
    }
    if (question.value("why").isEmpty()) needed.put("why", phrases.say("form.needed"));
    if (question.kind() == FormKind.SILENCE && question.value("day").isEmpty())
      needed.put("day", phrases.say("form.needed"));
    return needed;
  }
}
