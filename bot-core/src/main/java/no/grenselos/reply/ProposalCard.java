package no.grenselos.reply;

import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Part;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.mention.ReplyWay;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Showing;
import no.grenselos.work.Story;

/** Shows communications what a colleague wrote: to say yes or no to, or to answer with. */
final class ProposalCard {
  /** The kinds of things these cards are about: {@code approval:A-7}, {@code advice:A-7}. */
  static final String APPROVAL = "approval";

  static final String ADVICE = "advice";

  private final Target target;
  private final Proposal proposal;
  private final String text;
  private final Phrases phrases;
  private final CardDraft draft = new CardDraft();

  private ProposalCard(Target target, Proposal proposal, String text, Phrases phrases) {
    this.target = target;
    this.proposal = proposal;
    this.text = text;
    this.phrases = phrases;
  }

  static Optional<Showing> show(Feature.Look look, Placement card) {
    Optional<Target> target = Target.of(look.books(), new ChatEvent.On.About(card.subject()));
    return target.flatMap(found ->
        found
            .proposal()
            .flatMap(proposal ->
                look.books()
                    .answers()
                    .find(out(proposal))
                    .map(Answer::text)
                    .map(text ->
                        new ProposalCard(found, proposal, text, Phrases.of("reply", card.locale())))
                    .map(writer -> Showing.of(writer.card()))));
  }

  static AnswerId out(Proposal proposal) {
    return proposal.verdict() == null ? proposal.answer() : proposal.verdict().out();
  }

  private Card card() {
    Part.Post post = Story.quote(target.logged(), phrases);
    draft.add(post);
    draft.line(text);
    for (Caution.Found found : Caution.in(text)) draft.small(Counting.warning(found, phrases));
    String headline = proposal.kind() == Proposal.Kind.ADVICE ? advice() : approval();
    return draft.card(headline, headline + " · " + post.author());
  }

  private String approval() {
    String who = proposal.by().name();
    Proposal.Verdict verdict = proposal.verdict();
    if (verdict != null) {
      if (!verdict.comment().isEmpty()) {
        draft.line(new Span.Strong(phrases.say("card.comment") + " "), plain(verdict.comment()));
      }
      draft.small(new Span.Moment(verdict.at()));
      return phrases.say("card.decided." + verdict.what(), verdict.by().name(), who);
    }
    boolean waits =
        target.ticket().state() instanceof TicketState.Proposed proposed
            && proposed.answer().equals(proposal.answer());
    if (target.logged().erased()) return phrases.say("card.gone");
    if (!waits) return phrases.say("card.over", who);
    if (target.changedSince()) draft.line(new Span.Strong(phrases.say("approve.changed")));
    draft.act(Press.APPROVE, phrases.say("card.approve"), true);
    draft.act(Press.RETURN, phrases.say("card.return"), false);
    return phrases.say("card.approval", who);
  }

  private String advice() {
    String who = proposal.by().name();
    ChatEvent.On ticket = new ChatEvent.On.About(new Subject.OfTicket(target.ticket().id()));
    return switch (target.ticket().state()) {
      case TicketState.Open open -> {
        draft.act(Press.REPLY, phrases.say("card.use"), true);
        draft.act(Press.CLAIM, phrases.say("card.claim"), false, ticket);
        yield phrases.say("card.advice", who);
      }
      case TicketState.Offered offered -> phrases.say("card.advice", who);
      case TicketState.Claimed claimed -> {
        toWrite(ticket);
        yield phrases.say("card.taken", claimed.by().name(), who);
      }
      case TicketState.Proposed proposed -> phrases.say("card.taken", proposed.by().name(), who);
      case TicketState.Drafted drafted -> phrases.say("card.taken", drafted.by().name(), who);
      case TicketState.Answered answered -> {
        if (answered.link() != null) {
          draft.line(new Span.Link(phrases.say("card.link"), answered.link()));
        }
        yield phrases.say("card.answered", answered.by().name(), who);
      }
      case TicketState.Closed closed ->
          phrases.say(target.logged().erased() ? "card.gone" : "card.closed");
    };
  }

  private void toWrite(ChatEvent.On ticket) {
    draft.act(Press.REPLY, phrases.say("card.use"), true);
    if (target.logged().mention().replyWay() instanceof ReplyWay.ByHand byHand) {
      String network = ReplyForm.name(target.logged().mention().network(), phrases);
      draft.go(phrases.say("card.open", network), byHand.box());
    }
    draft.act(Press.ANSWERED, phrases.say("card.done"), false, ticket);
  }

  private static Span plain(String text) {
    return new Span.Plain(text);
  }
}
