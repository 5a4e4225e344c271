package no.grenselos.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.AskAction;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Subject;
import no.grenselos.expert.Expert;
import no.grenselos.store.Erasures.Leftover;
import no.grenselos.store.Inquiries.Draft;
import no.grenselos.store.Inquiries.Inquiry;
import no.grenselos.store.Inquiries.Reply;
import no.grenselos.work.Deed;
import no.grenselos.work.Erasure;
import no.grenselos.work.Feature;
import no.grenselos.work.OverCard;
import no.grenselos.work.Question;
import no.grenselos.work.Showing;
import no.grenselos.work.Shut;
import no.grenselos.work.Submission;
import no.grenselos.work.Work;

/**
 * "Ask an expert about this": somebody inside asks an expert inside, about anything. The expert
 * gets a card with the words, and what they answer comes back to whoever asked. Anybody may ask;
 * only whoever was asked may answer.
 */
final class Inquiring implements Feature.Acts, Feature.Asks, Feature.Shows, Feature.Quotes {
  static final String KIND = "inquiry";

  private final InquiryForms forms = new InquiryForms();

  @Override
  public Class<? extends ChatAction> actions() {
    return AskAction.class;
  }

  @Override
  public void swept(Work work, Leftover what, List<Long> numbers) {
    if (what == Leftover.INQUIRY)
      numbers.forEach(n -> work.refresh(new Subject.Thing(KIND, Long.toString(n))));
  }

  @Override
  public void erased(Work work, Erasure.Gone gone) {
    for (long inquiry : gone.changed().inquiries())
      work.refresh(new Subject.Thing(KIND, Long.toString(inquiry)));
  }

  @Override
  public void act(Deed deed) {
    switch ((AskAction) deed.event().action()) {
      case AskAction.AskExpert ask -> ask(deed, ask);
      case AskAction.AnswerColleague answer -> reply(deed, answer.text());
      case AskAction.NotMyQuestion not -> reply(deed, "");
    }
  }

  private static void ask(Deed deed, AskAction.AskExpert ask) {
    Work work = deed.work();
    Optional<Expert> expert =
        work.book()
            .expert(ask.expert())
            .filter(who -> Shut.reachable(Shut.gone(work.books()), who).isPresent());
    if (expert.isEmpty()) {
      deed.whisper("command", "inquiry.gone");
      return;
    }
    Draft draft =
        new Draft(deed.event().who(), expert.get().id(), ask.text(), ask.message(), work.now());
    Inquiry inquiry = work.books().inquiries().ask(draft);
    deed.note("inquiry.asked", KIND + " " + inquiry.number() + " to " + expert.get().id());
    work.place(thing(inquiry), work.direct(expert.get()));
    deed.whisper("command", "inquiry.asked", expert.get().name());
  }

  private static void reply(Deed deed, String text) {
    Work work = deed.work();
    Optional<Inquiry> found = InquiryForms.inquiry(work.books(), deed.event().on());
    if (found.isEmpty()) {
      work.tell("action.ignored", null, deed.event().id() + ": no such question");
      return;
    }
    Inquiry inquiry = found.get();
    if (!deed.who().id().equals(inquiry.draft().expert().id())) {
      deed.whisper("command", "inquiry.not-yours");
      return;
    }
    if (!work.books().inquiries().end(inquiry.number(), new Reply(deed.who(), text, work.now()))) {
      deed.whisper("command", "inquiry.answered-before");
      return;
    }
    deed.note(
        text.isEmpty() ? "inquiry.declined" : "inquiry.answered", KIND + " " + inquiry.number());
    work.refresh(thing(inquiry));
    work.place(thing(inquiry), new Place.Direct(inquiry.draft().asker().handle()));
  }

  private static Subject.Thing thing(Inquiry inquiry) {
    return new Subject.Thing(KIND, String.valueOf(inquiry.number()));
  }

  @Override
  public Set<FormKind> forms() {
    return EnumSet.of(FormKind.ASK, FormKind.ANSWER_COLLEAGUE);
  }

  @Override
  public Optional<Form> form(Question question) {
    return forms.form(question);
  }

  @Override
  public Submission read(Question question) {
    return forms.read(question);
  }

  @Override
  public Set<String> things() {
    return Set.of(KIND);
  }

  @Override
  public Optional<Showing> show(Look look, Placement card) {
    return InquiryForms.inquiry(look.books(), card.subject())
        .<Showing>map(inquiry -> new Shown(look, inquiry, card))
        .or(() -> OverCard.of(card));
  }

  /** A question's card, at the expert's or at whoever asked. */
  private record Shown(Look look, Inquiry inquiry, Placement card) implements Showing {
    @Override
    public no.grenselos.chat.Card content() {
      return new InquiryCard(look.rules().book(), inquiry, card).write();
    }

    /** The expert cannot be reached: whoever asked hears of it. */
    @Override
    public void unreachable(Work work, Placement placed, String reason) {
      work.note(Work.GRENSELOS, "card.refused", null, placed.place() + ": " + reason);
      boolean asked = !InquiryCard.isAskers(inquiry, placed);
      Reply none =
          new Reply(new no.grenselos.expert.Colleague(Work.GRENSELOS, "Grenselos"), "", work.now());
      if (asked && work.books().inquiries().end(inquiry.number(), none)) {
        work.place(thing(inquiry), new Place.Direct(inquiry.draft().asker().handle()));
      }
    }
  }
}
