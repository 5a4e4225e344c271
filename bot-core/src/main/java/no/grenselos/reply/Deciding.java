package no.grenselos.reply;

import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.ReplyAction;
import no.grenselos.expert.Handle;
import no.grenselos.expert.Role;
import no.grenselos.expert.Team;
import no.grenselos.mention.ReplyWay;
import no.grenselos.route.RuleBook;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.AnswerId;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.Proposal.Verdict;
import no.grenselos.work.Deed;
import no.grenselos.work.Phrases;
import no.grenselos.work.TicketDeed;
import no.grenselos.work.Work;

/**
 * Says yes or no to a colleague's answer. Of two who decide at once the store takes the first; the
 * other is told.
 */
final class Deciding {
  void approve(Deed deed, ReplyAction.ApproveAnswer yes) {
    target(deed, yes.answer()).ifPresent(on -> approve(deed, on, yes.text()));
  }

  void giveBack(Deed deed, ReplyAction.ReturnAnswer no) {
    target(deed, no.answer()).ifPresent(on -> giveBack(deed, on, no.comment()));
  }

  private Optional<Target> target(Deed deed, AnswerId answer) {
    Optional<Target> target =
        deed.work()
            .books()
            .proposals()
            .find(answer)
            .map(found -> new ChatEvent.On.About(Work.about(found)))
            .flatMap(on -> Target.of(deed.work().books(), on));
    if (target.isEmpty()) deed.whisper("reply", "approve.over");
    return target.filter(found -> may(deed, found.proposal().orElseThrow()));
  }

  /** Four eyes, of which two belong to whoever looks after communications' channel. */
  private static boolean may(Deed deed, Proposal proposal) {
    if (proposal.by().is(deed.who())) {
      deed.whisper("reply", "approve.own");
      return false;
    }
    RuleBook book = deed.work().book();
    Optional<Team> team = book.teamOf(book.house().fallbackChannel());
    Handle who = deed.event().who().handle();
    Set<Role> roles = book.roles(who);
    boolean may = team.map(those -> those.has(who)).orElse(!roles.isEmpty());
    if (may || roles.contains(Role.ADMIN)) return true;
    String those = team.map(Team::name).orElse(book.house().fallbackChannel());
    deed.whisper("reply", "approve.not-yours", those);
    return false;
  }

  private static void approve(Deed deed, Target target, String text) {
    Work work = deed.work();
    Proposal proposal = target.proposal().orElseThrow();
    if (target.logged().erased()) {
      deed.whisper("reply", "form.gone");
      return;
    }
    Answer answer = answer(work, proposal, text);
    if (!decided(deed, proposal, Verdict.What.APPROVED, "", answer)) return;
    boolean byApi = target.logged().mention().replyWay() instanceof ReplyWay.Api;
    Move move =
        byApi
            ? new Move.Approve(proposal.answer(), answer.id(), work.now())
            : new Move.Return(proposal.answer(), work.now());
    TicketDeed on = new TicketDeed(deed, target.ticket());
    on.move(move)
        .ifPresent(ticket -> {
          on.note("answer.approved", answer.id().toString());
          if (byApi) Sending.publish(work, ticket, answer);
          else tell(deed, proposal, "whisper.approved-by-hand", deed.who().name());
        });
    work.refresh(target.ticket().id());
  }

  /** The proposed answer, or a new one of the same writer with what was made of it. */
  private static Answer answer(Work work, Proposal proposal, String text) {
    Answer before = work.books().answers().find(proposal.answer()).orElseThrow();
    if (text.equals(before.text())) return before;
    return work.books().answers().write(proposal.ticket(), proposal.by(), text, work.now());
  }

  private static void giveBack(Deed deed, Target target, String comment) {
    Work work = deed.work();
    Proposal proposal = target.proposal().orElseThrow();
    Answer answer = work.books().answers().find(proposal.answer()).orElseThrow();
    if (!decided(deed, proposal, Verdict.What.RETURNED, comment, answer)) return;
    TicketDeed on = new TicketDeed(deed, target.ticket());
    on.move(new Move.Return(proposal.answer(), work.now()))
        .ifPresent(ticket -> {
          on.note("answer.returned", proposal.answer().toString());
          tell(deed, proposal, "whisper.returned", deed.who().name(), comment);
        });
    work.refresh(target.ticket().id());
  }

  private static boolean decided(
      Deed deed, Proposal proposal, Verdict.What what, String comment, Answer out) {
    Work work = deed.work();
    Verdict verdict = new Verdict(what, deed.who(), comment, out.id(), work.now());
    if (work.books().proposals().decide(proposal.answer(), verdict)) return true;
    Verdict first =
        work.books().proposals().find(proposal.answer()).map(Proposal::verdict).orElse(verdict);
    deed.whisper("reply", "approve.decided." + first.what(), first.by().name());
    return false;
  }

  /** In their own messages: an edited card rings no bell. */
  private static void tell(Deed deed, Proposal proposal, String phrase, Object... values) {
    Work work = deed.work();
    work.book()
        .handleOf(proposal.by())
        .ifPresent(handle -> {
          Phrases phrases = Phrases.of("reply", work.localeOf(new Place.Direct(handle)));
          work.whisper(
              deed.event().id() + ":author",
              new ChatUser(handle, proposal.by().name()),
              null,
              phrases.say(phrase, values));
        });
  }
}
