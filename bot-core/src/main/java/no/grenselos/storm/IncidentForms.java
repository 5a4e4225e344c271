package no.grenselos.storm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Press;
import no.grenselos.chat.StormAction;
import no.grenselos.chat.Subject;
import no.grenselos.reading.Severity;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.store.Storms.Incident;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Visit;

/** The shared line, and the list of those who still wait. */
final class IncidentForms {
  /** Room for a sentence or two, so that an answer of its own still fits in a short post. */
  private static final int LINE = 200;

  /** A dialog longer than this is hard to read, and its text is bounded. */
  private static final int LISTED = 12;

  private IncidentForms() {}

  static Optional<Form> form(Question question) {
    Visit visit = question.visit();
    return Incidents.of(visit.books(), question.on())
        .filter(incident -> May.lead(visit.book(), incident.channel(), visit.who().handle()))
        .map(incident ->
            question.kind() == FormKind.SHARED_LINE
                ? line(question, incident)
                : list(question, incident));
  }

  private static Form line(Question question, Incident incident) {
    Phrases phrases = phrases(question);
    List<Form.Field> fields =
        List.of(
            new Form.Field.Words(phrases.say("form.line.words")),
            Form.Field.Text.lines(
                    "line", phrases.say("form.line.text"), phrases.say("form.line.hint"), LINE)
                .mayBeEmpty()
                .with(incident.line()));
    return form(question, phrases.say("form.line.title"), phrases.say("form.line.submit"), fields);
  }

  private static Form list(Question question, Incident incident) {
    Phrases phrases = phrases(question);
    Books books = question.visit().books();
    List<Waiting> all =
        Incidents.waiting(books, incident).stream()
            .flatMap(ticket ->
                books.mentions().find(ticket.mention()).stream()
                    .map(post -> new Waiting(ticket, post)))
            .sorted(Comparator.comparing(Waiting::severity).reversed())
            .toList();
    List<Form.Field> fields = new ArrayList<>();
    fields.add(new Form.Field.Words(phrases.say("form.list.words", all.size())));
    for (Waiting one : all.subList(0, Math.min(LISTED, all.size()))) {
      ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(one.ticket().id()));
      fields.add(new Form.Field.Quote(Story.quote(one.post(), phrases)));
      fields.add(new Form.Field.Knob(Press.CLAIM, phrases.say("form.list.take"), on));
    }
    if (all.size() > LISTED) {
      fields.add(new Form.Field.Words(phrases.say("form.list.more", all.size() - LISTED)));
    }
    return form(question, phrases.say("form.list.title"), phrases.say("form.list.submit"), fields);
  }

  /** Who is in most need comes first, then the oldest. */
  private record Waiting(Ticket ticket, MentionLog.Logged post) {
    Severity severity() {
      return post.reading().severity();
    }
  }

  private static Form form(
      Question question, String title, String submit, List<Form.Field> fields) {
    String cancel = phrases(question).say("form.cancel");
    return new Form(question.kind(), question.on(), title, submit, cancel, fields);
  }

  static Submission read(Question question) {
    return question.kind() == FormKind.SHARED_LINE
        ? Submission.of(new StormAction.ShareLine(question.value("line")))
        : Submission.nothing();
  }

  /** As the card it is opened from speaks. */
  private static Phrases phrases(Question question) {
    return Phrases.of(
        "storm",
        question.card().map(card -> card.locale()).orElseGet(() -> question.visit().locale()));
  }
}
