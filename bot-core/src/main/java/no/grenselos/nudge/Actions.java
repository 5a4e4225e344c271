package no.grenselos.nudge;

import java.net.URI;
import java.util.Optional;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.lesson.Lesson;
import no.grenselos.mention.ReplyWay;
import no.grenselos.store.Errand;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Asking;
import no.grenselos.work.TicketDeed;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** What each action does to its ticket. */
final class Actions {
  private final Asking asking;
  private final Declining declining;
  private final Wishes wishes = new Wishes();

  Actions(Asking asking) {
    this.asking = asking;
    this.declining = new Declining(asking);
  }

  void act(TicketDeed deed, TicketAction action) {
    switch (action) {
      case TicketAction.Claim claim -> claim(deed);
      case TicketAction.Pass pass -> pass(deed, pass);
      case TicketAction.Later later -> declining.later(deed);
      case TicketAction.NotWorthAnswering not -> close(deed);
      case TicketAction.WrongTopic wrong -> declining.wrongTopic(deed);
      case TicketAction.MuteTopic mute -> declining.mute(deed);
      case TicketAction.Release release -> release(deed);
      case TicketAction.HandOver handOver -> handOver(deed, handOver.to());
      case TicketAction.Answered answered -> answered(deed, answered.link());
      case TicketAction.Reply reply -> reply(deed, reply.text());
      case TicketAction.MoreLikeThis more -> wishes.more(deed, more.topic());
      case TicketAction.LessLikeThis less -> wishes.less(deed, less.topic());
      case TicketAction.TakeBack back -> takeBack(deed, back.press());
    }
    deed.work().refresh(deed.ticket().id());
  }

  private void claim(TicketDeed deed) {
    deed.move(new Move.Claim(deed.who(), deed.work().now()))
        .ifPresent(ticket -> {
          deed.endRunningOffers();
          deed.note("ticket.claimed", where(deed.card()));
          deed.teaching().taken(deed.who());
          if (deed.card() == null) cardFor(deed.work(), ticket, deed.event().who());
        });
  }

  private static String where(@Nullable Placement card) {
    return card == null ? "without a card" : card.role().toString();
  }

  /** Whoever has it and says "not mine" gives it back. */
  private void pass(TicketDeed deed, TicketAction.Pass pass) {
    if (deed.ticket().state() instanceof TicketState.Claimed) release(deed);
    else declining.pass(deed, pass);
  }

  private void release(TicketDeed deed) {
    deed.move(new Move.Release(deed.onBehalf(), deed.work().now()))
        .ifPresent(ticket -> {
          deed.note("ticket.released", "");
          deed.teaching().takeBack(deed.who(), Lesson.Kind.CLAIMED);
          asking.next(deed.work(), ticket);
        });
  }

  private void handOver(TicketDeed deed, ChatUser to) {
    Colleague receiver = deed.work().book().colleague(to.handle(), to.name());
    Optional<Expert> expert = deed.work().book().expert(to.handle());
    boolean known =
        expert.filter(e -> !e.topics().isEmpty()).isPresent()
            || deed.work().book().teams().stream().anyMatch(t -> t.has(to.handle()));
    if (!known) {
      deed.whisper("nudge", "whisper.not-registered", receiver.name());
      return;
    }
    deed.move(new Move.HandOver(deed.onBehalf(), receiver, deed.work().now()))
        .ifPresent(ticket -> {
          deed.endRunningOffers();
          deed.note("ticket.handed-over", "to " + receiver.id());
          deed.teaching().handedOver(deed.who(), receiver);
          cardFor(deed.work(), ticket, to);
        });
  }

  private static void cardFor(Work work, Ticket ticket, ChatUser to) {
    Place direct = new Place.Direct(to.handle());
    boolean has =
        work.books().placements().of(ticket.id()).stream().anyMatch(p -> p.place().equals(direct));
    if (!has) work.place(ticket, direct, Placement.Role.NUDGE, null, work.localeOf(direct));
  }

  private void close(TicketDeed deed) {
    deed.move(new Move.Close(CloseReason.NOT_WORTH_ANSWERING, deed.who(), deed.work().now()))
        .ifPresent(ticket -> {
          deed.endRunningOffers();
          deed.note("ticket.closed", "not worth answering");
        });
  }

  private void answered(TicketDeed deed, @Nullable URI link) {
    deed.move(new Move.Answer(deed.who(), link, deed.work().now()))
        .ifPresent(ticket -> {
          deed.endRunningOffers();
          deed.note("ticket.answered", link == null ? "by hand" : link.toString());
          deed.teaching().taught(Lesson.Kind.ANSWERED, deed.who(), "");
        });
  }

  private void reply(TicketDeed deed, String text) {
    boolean byApi =
        deed.work()
            .books()
            .mentions()
            .find(deed.ticket().mention())
            .filter(logged -> !logged.erased())
            .map(logged -> logged.mention().replyWay() instanceof ReplyWay.Api)
            .orElse(false);
    if (!byApi) {
      deed.whisper("nudge", "whisper.no-api");
      return;
    }
    Answer answer =
        deed.work()
            .books()
            .answers()
            .write(deed.ticket().id(), deed.who(), text, deed.work().now());
    deed.move(new Move.Draft(deed.who(), answer.id(), deed.work().now()))
        .ifPresent(ticket -> {
          deed.endRunningOffers();
          deed.note("answer.written", answer.id().toString());
          deed.work().put(new Errand.Publish(answer.id()), "publish:" + ticket.mention().network());
        });
  }

  private void takeBack(TicketDeed deed, Press press) {
    switch (press) {
      case CLAIM -> release(deed);
      case PASS, LATER -> claimAfterAll(deed);
      case ANSWERED, ANSWERED_WITH_LINK ->
          deed.move(new Move.TakeBackAnswer(deed.who(), deed.work().now()))
              .ifPresent(ticket -> {
                deed.note("ticket.answer-taken-back", "");
                deed.teaching().takeBack(deed.who(), Lesson.Kind.ANSWERED);
              });
      case NOT_WORTH_ANSWERING, TAKE_BACK -> reopen(deed);
      case MORE_LIKE_THIS, LESS_LIKE_THIS -> wishes.takeBack(deed);
      default -> deed.whisper("nudge", "whisper.cannot-undo");
    }
  }

  private void reopen(TicketDeed deed) {
    deed.move(new Move.Reopen(deed.who(), deed.work().now()))
        .ifPresent(ticket -> {
          deed.note("ticket.reopened", "");
          asking.next(deed.work(), ticket);
        });
  }

  /**
   * "Not mine" or "later" is taken back: whoever said it gets the ticket when nobody else has been
   * asked since.
   */
  private void claimAfterAll(TicketDeed deed) {
    boolean wasAsked = deed.card() != null && deed.card().offer() != null;
    if (deed.ticket().state() instanceof TicketState.Open && wasAsked) claim(deed);
    else deed.whisper("nudge", "whisper.too-late");
  }
}
