package no.grenselos.reply;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Placement;
import no.grenselos.chat.ReplyAction;
import no.grenselos.memory.Suggestions;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Deed;
import no.grenselos.work.Equipment;
import no.grenselos.work.Feature;
import no.grenselos.work.Question;
import no.grenselos.work.Showing;
import no.grenselos.work.Story;
import no.grenselos.work.Submission;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** Answers: written, read by a colleague where that is asked for, kept for the next time. */
public final class Replying
    implements Feature.Acts, Feature.Asks, Feature.Shows, Feature.Adds, Feature.Follows {
  private final ReplyForm reply;
  private final ApproveForm approve;
  private final KeepForm keep = new KeepForm();
  private final Keeping keeping;
  private final Sending sending;
  private final Deciding deciding = new Deciding();
  private final OwnCard own;

  public Replying(Equipment equipment) {
    Counting counting = new Counting(equipment);
    Earlier earlier = new Earlier(new Suggestions(equipment.aids().meanings()));
    this.reply = new ReplyForm(counting, earlier, equipment.aids().assistant().isPresent());
    this.approve = new ApproveForm(counting);
    this.keeping = new Keeping(equipment.aids().meanings().gloss());
    this.sending = new Sending();
    this.own = new OwnCard(earlier);
  }

  /** The words somebody keeps, in their home: apart, as they come after what is asked of them. */
  public static Feature.AtHome kept() {
    return KeptList::write;
  }

  @Override
  public Class<? extends ChatAction> actions() {
    return ReplyAction.class;
  }

  @Override
  public void act(Deed deed) {
    switch ((ReplyAction) deed.event().action()) {
      case ReplyAction.Reply words -> sending.reply(deed, words);
      case ReplyAction.ApproveAnswer yes -> deciding.approve(deed, yes);
      case ReplyAction.ReturnAnswer no -> deciding.giveBack(deed, no);
      case ReplyAction.KeepText text -> keeping.keep(deed, text);
      case ReplyAction.AskForDraft draft -> sending.draft(deed);
      case ReplyAction.ForgetText forget -> keeping.forget(deed);
    }
  }

  @Override
  public Set<FormKind> forms() {
    return EnumSet.of(FormKind.REPLY, FormKind.APPROVE, FormKind.RETURN, FormKind.KEEP_ANSWER);
  }

  @Override
  public Optional<Form> form(Question question) {
    return switch (question.kind()) {
      case REPLY -> reply.form(question);
      case APPROVE, RETURN -> approve.form(question);
      case KEEP_ANSWER -> keep.form(question);
      default -> Optional.empty();
    };
  }

  @Override
  public Submission read(Question question) {
    return switch (question.kind()) {
      case REPLY -> reply.read(question);
      case APPROVE, RETURN -> approve.read(question);
      case KEEP_ANSWER -> keep.read(question);
      default -> Submission.nothing();
    };
  }

  @Override
  public Set<String> things() {
    return Set.of(ProposalCard.APPROVAL, ProposalCard.ADVICE);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    return ProposalCard.show(look, card);
  }

  @Override
  public void add(Look look, Story story, CardDraft card) {
    own.add(look, story, card);
  }

  @Override
  public void changed(Work work, @Nullable Ticket before, Ticket after) {
    Keeping.answered(work, before, after);
  }
}
