package no.grenselos.reply;

import java.util.Optional;
import no.grenselos.chat.Place;
import no.grenselos.chat.ReplyAction;
import no.grenselos.store.Errand;
import no.grenselos.store.Proposals;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Deed;
import no.grenselos.work.TicketDeed;
import no.grenselos.work.Way;
import no.grenselos.work.Work;

/** Takes an answer as far as its writer's level and the route let it go. */
final class Sending {
  void reply(Deed deed, ReplyAction.Reply reply) {
    Optional<Target> target = Target.of(deed.work().books(), deed.event().on());
    if (target.isEmpty()) {
      deed.work().tell("action.ignored", null, deed.event().id() + ": no such post");
      return;
    }
    TicketDeed on = new TicketDeed(deed, target.get().ticket());
    if (!on.allowed()) return;
    if (target.get().logged().erased()) on.whisper("reply", "form.gone");
    else send(on, target.get(), reply.text());
    deed.work().refresh(on.ticket().id());
  }

  /** Asked for twice while it is being made, it is made once more. */
  void draft(Deed deed) {
    Target.of(deed.work().books(), deed.event().on())
        .filter(target -> !target.logged().erased())
        .filter(target -> new TicketDeed(deed, target.ticket()).allowed())
        .map(target -> new Errand.Draft(target.ticket().id(), deed.event().who()))
        .ifPresent(errand -> deed.work().put(errand, "draft:" + deed.event().who().handle()));
  }

  private void send(TicketDeed deed, Target target, String text) {
    Work work = deed.work();
    Way way =
        Way.of(work.book(), deed.ticket(), target.logged().mention(), deed.event().who().handle());
    Answer answer = work.books().answers().write(deed.ticket().id(), deed.who(), text, work.now());
    Move move =
        switch (way) {
          case ADVICE -> new Move.Advise(deed.who(), work.now());
          case APPROVAL -> new Move.Propose(deed.who(), answer.id(), work.now());
          case OUT -> new Move.Draft(deed.who(), answer.id(), work.now());
          case BY_HAND -> new Move.Claim(deed.who(), work.now());
        };
    boolean own = way == Way.BY_HAND && isOwner(deed);
    if (own || deed.move(move).isPresent()) sent(deed, target, way, answer);
  }

  private static boolean isOwner(TicketDeed deed) {
    return deed.ticket().state() instanceof TicketState.Claimed claimed
        && claimed.by().is(deed.who());
  }

  private void sent(TicketDeed deed, Target target, Way way, Answer answer) {
    Work work = deed.work();
    deed.endRunningOffers();
    deed.note("answer.written", answer.id() + " " + way);
    replaceEarlier(deed, answer);
    switch (way) {
      case ADVICE -> {
        put(deed, target, answer, Proposal.Kind.ADVICE);
        deed.teaching().taken(deed.who());
        deed.whisper("reply", "whisper.advised");
      }
      case APPROVAL -> put(deed, target, answer, Proposal.Kind.APPROVAL);
      case BY_HAND -> put(deed, target, answer, Proposal.Kind.BY_HAND);
      case OUT -> publish(work, deed.ticket(), answer);
    }
  }

  static void publish(Work work, Ticket ticket, Answer answer) {
    work.put(new Errand.Publish(answer.id()), "publish:" + ticket.mention().network());
  }

  /** What they wrote before and nobody decided is not to go out any more. */
  private static void replaceEarlier(TicketDeed deed, Answer answer) {
    Proposals proposals = deed.work().books().proposals();
    for (Proposal before : proposals.of(deed.ticket().id())) {
      if (!before.waits() || !before.by().is(deed.who())) continue;
      boolean unused =
          proposals.decide(
              before.answer(),
              new Proposal.Verdict(
                  Proposal.Verdict.What.REPLACED, deed.who(), "", answer.id(), deed.work().now()));
    }
  }

  private void put(TicketDeed deed, Target target, Answer answer, Proposal.Kind kind) {
    Work work = deed.work();
    Proposal proposal =
        new Proposal(
            answer.id(),
            deed.ticket().id(),
            kind,
            deed.who(),
            target.logged().mention().revision(),
            work.now(),
            null);
    work.books().proposals().add(proposal);
    if (kind == Proposal.Kind.BY_HAND) return;
    Place comms = work.fallback();
    work.place(Work.about(proposal), comms);
  }
}
