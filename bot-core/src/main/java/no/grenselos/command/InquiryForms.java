package no.grenselos.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.AskAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Candidacy;
import no.grenselos.expert.Ranking;
import no.grenselos.store.Books;
import no.grenselos.store.Inquiries.Inquiry;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Submission;

/** The forms of a question between colleagues. */
final class InquiryForms {
  private static final int TEXT = 2000;
  private static final int OFFERED = 10;
  private static final int LEFT_OUT = 5;

  Optional<Form> form(Question question) {
    return question.kind() == FormKind.ASK ? Optional.of(ask(question)) : answer(question);
  }

  Submission read(Question question) {
    Phrases phrases = question.visit().phrases("command");
    String text = question.value("text");
    if (text.isEmpty()) return Submission.wrong("text", phrases.say("form.needed"));
    if (question.kind() != FormKind.ASK) {
      return Submission.of(new AskAction.AnswerColleague(text));
    }
    return ranking(question, text).fits().stream()
        .filter(fit -> fit.expert().id().id().equals(question.value("expert")))
        .findFirst()
        .map(fit ->
            Submission.of(
                new AskAction.AskExpert(fit.expert().id(), text, question.value("message"))))
        .orElseGet(() -> Submission.wrong("text", phrases.say("inquiry.nobody")));
  }

  private static Form ask(Question question) {
    Phrases phrases = question.visit().phrases("command");
    String text = text(question);
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field.Words(phrases.say("inquiry.intro")));
    fields.add(
        Form.Field.Text.lines(
                "text", phrases.say("inquiry.text"), phrases.say("inquiry.hint"), TEXT)
            .with(text.substring(0, Math.min(TEXT, text.length())))
            .told());
    if (!text.isBlank()) people(fields, question, text, phrases);
    return new Form(
        FormKind.ASK,
        question.on(),
        phrases.say("inquiry.title"),
        phrases.say("inquiry.submit"),
        phrases.say("form.cancel"),
        fields);
  }

  /** As typed; at first what it is opened about: a message, or a question somebody passed on. */
  private static String text(Question question) {
    return question.values().containsKey("text")
        ? question.values().get("text")
        : inquiry(question.visit().books(), question.on())
            .map(inquiry -> inquiry.draft().text())
            .orElse("");
  }

  private static void people(
      List<Form.Field> fields, Question question, String text, Phrases phrases) {
    Judged judged = Judged.of(question.visit(), text);
    Told told = new Told(question.visit());
    Ranking ranking = judged.ranking(question.visit());
    judged
        .topic()
        .ifPresent(topic ->
            fields.add(new Form.Field.Words(phrases.say("inquiry.about", told.topic(topic)))));
    List<Form.Field.Option> options =
        ranking.fits().stream()
            .limit(OFFERED)
            .map(fit ->
                new Form.Field.Option(
                    fit.expert().id().id(), fit.expert().name() + ": " + told.reason(fit.reason())))
            .toList();
    if (options.isEmpty()) {
      fields.add(new Form.Field.Words(phrases.say("inquiry.nobody")));
    } else {
      String best = options.getFirst().value();
      String chosen = question.value("expert");
      boolean still = options.stream().anyMatch(option -> option.value().equals(chosen));
      fields.add(
          new Form.Field.OneOf(
              "expert", phrases.say("inquiry.who"), options, still ? chosen : best, false));
    }
    for (Candidacy.LeftOut out : ranking.leftOut().stream().limit(LEFT_OUT).toList()) {
      fields.add(new Form.Field.Words(told.leftOutInWords(out)));
    }
  }

  private static Ranking ranking(Question question, String text) {
    return Judged.of(question.visit(), text).ranking(question.visit());
  }

  private static Optional<Form> answer(Question question) {
    Phrases phrases = question.visit().phrases("command");
    return inquiry(question.visit().books(), question.on())
        .filter(inquiry -> inquiry.reply() == null)
        .map(inquiry ->
            new Form(
                FormKind.ANSWER_COLLEAGUE,
                question.on(),
                phrases.say("inquiry.answer.title"),
                phrases.say("inquiry.answer.submit"),
                phrases.say("form.cancel"),
                List.of(
                    new Form.Field.Words(inquiry.draft().text()),
                    Form.Field.Text.lines("text", phrases.say("inquiry.answer.text"), "", TEXT))));
  }

  /** The question that something was done about. */
  static Optional<Inquiry> inquiry(Books books, ChatEvent.On on) {
    Optional<Subject> subject =
        on instanceof ChatEvent.On.About about
            ? Optional.of(about.subject())
            : Question.cardOf(books, on).map(Placement::subject);
    return subject.flatMap(what -> inquiry(books, what));
  }

  static Optional<Inquiry> inquiry(Books books, Subject subject) {
    return subject instanceof Subject.Thing thing
            && thing.kind().equals(Inquiring.KIND)
            && thing.id().matches("\\d{1,18}")
        ? books.inquiries().find(Long.parseLong(thing.id()))
        : Optional.empty();
  }
}
