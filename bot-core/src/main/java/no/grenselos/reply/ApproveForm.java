package no.grenselos.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.ReplyAction;
import no.grenselos.chat.Subject;
import no.grenselos.mention.Network;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Proposal;
import no.grenselos.work.Phrases;
import no.grenselos.work.Question;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Work;

/** Where a colleague reads a proposed answer beside the post as it is now, and says yes or no. */
final class ApproveForm {
  private final Counting counting;

  ApproveForm(Counting counting) {
    this.counting = counting;
  }

  Optional<Form> form(Question question) {
    return Target.of(question.visit().books(), question.on())
        .filter(target -> target.proposal().map(Proposal::waits).orElse(false))
        .map(target -> form(question, target, target.proposal().orElseThrow()));
  }

  private Form form(Question question, Target target, Proposal proposal) {
    Phrases phrases = question.visit().phrases("reply");
    List<Form.Field> fields = new ArrayList<>();
    if (target.changedSince()) fields.add(new Form.Field.Words(phrases.say("approve.changed")));
    fields.add(new Form.Field.Quote(Story.quote(target.logged(), phrases)));
    if (question.kind() == FormKind.RETURN) {
      fields.add(
          Form.Field.Text.lines(
              "comment", phrases.say("return.text"), phrases.say("return.hint"), 500));
    } else {
      fields.addAll(text(question, target, proposal, phrases));
    }
    return phrases.form(question.kind(), asSeen(target, proposal), fields);
  }

  private List<Form.Field> text(
      Question question, Target target, Proposal proposal, Phrases phrases) {
    Network network = target.logged().mention().network();
    String text =
        question.values().isEmpty()
            ? question
                .visit()
                .books()
                .answers()
                .find(proposal.answer())
                .map(Answer::text)
                .orElse("")
            : question.value("text");
    List<Form.Field> fields = new ArrayList<>();
    fields.add(
        Form.Field.Text.lines(
                "text",
                phrases.say("approve.text", proposal.by().name()),
                phrases.say("approve.hint"),
                Counting.ROOM)
            .with(text)
            .told());
    fields.addAll(counting.below(text, network, phrases));
    return fields;
  }

  /** The form knows which version of the post it shows. */
  private static ChatEvent.On asSeen(Target target, Proposal proposal) {
    Subject.Thing about = Work.about(proposal);
    return new ChatEvent.On.About(
        new Subject.Thing(about.kind(), about.id() + "@" + target.revision()));
  }

  Submission read(Question question) {
    Phrases phrases = question.visit().phrases("reply");
    String field = question.kind() == FormKind.RETURN ? "comment" : "text";
    String text = question.value(field);
    if (text.isEmpty()) return Submission.wrong(field, phrases.say("form.needed"));
    Optional<Target> found = Target.of(question.visit().books(), question.on());
    Optional<Proposal> proposal = found.flatMap(Target::proposal);
    if (found.isEmpty() || proposal.isEmpty()) {
      return Submission.wrong(field, phrases.say("approve.over"));
    }
    if (question.kind() == FormKind.RETURN) {
      return Submission.of(new ReplyAction.ReturnAnswer(proposal.get().answer(), text));
    }
    return problem(question, found.get(), text, phrases)
        .map(problem -> Submission.wrong(field, problem))
        .orElseGet(
            () -> Submission.of(new ReplyAction.ApproveAnswer(proposal.get().answer(), text)));
  }

  private Optional<String> problem(Question question, Target target, String text, Phrases phrases) {
    if (target.logged().erased()) return Optional.of(phrases.say("form.gone"));
    boolean seen =
        question.on() instanceof ChatEvent.On.About about
            && about.subject() instanceof Subject.Thing thing
            && thing.id().endsWith("@" + target.revision());
    if (!seen) return Optional.of(phrases.say("approve.changed-now"));
    return counting.tooLong(text, target.logged().mention().network(), phrases);
  }
}
