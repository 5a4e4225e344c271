package no.grenselos.flow;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.expert.Colleague;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.mention.ReplyWay;
import no.grenselos.store.Errand;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/** What each action does to its ticket. All within the transaction given. */
final class Actions {
  private final Asking asking;

  Actions(Asking asking) {
    this.asking = asking;
  }

  /**
   * One action, with what it is about.
   *
   * @param card the one it was done on
   */
  record Deed(ChatEvent event, Colleague who, Placement card, Ticket ticket) {
    Locale locale() {
      return card.locale();
    }
  }

  void act(Work work, Deed deed) {
    switch (deed.event().action()) {
      case ChatAction.Claim claim -> claim(work, deed);
      case ChatAction.Pass pass -> pass(work, deed, pass);
      case ChatAction.Later later -> endOffer(work, deed, OfferEnd.LATER, "nudge.later", "");
      case ChatAction.NotWorthAnswering not -> close(work, deed);
      case ChatAction.WrongTopic wrong -> wrongTopic(work, deed);
      case ChatAction.MuteTopic mute -> mute(work, deed);
      case ChatAction.Release release -> release(work, deed);
      case ChatAction.HandOver handOver -> handOver(work, deed, handOver.to());
      case ChatAction.Answered answered -> answered(work, deed, answered.link());
      case ChatAction.Reply reply -> reply(work, deed, reply.text());
      case ChatAction.TakeBack back -> takeBack(work, deed, back.press());
    }
    work.refresh(deed.ticket().id());
  }

  private void claim(Work work, Deed deed) {
    move(work, deed, new Move.Claim(deed.who(), work.now()))
        .ifPresent(ticket -> {
          endRunningOffer(work, deed);
          work.note(deed.who().id(), "ticket.claimed", ticket.id(), deed.card().role().toString());
        });
  }

  private void pass(Work work, Deed deed, ChatAction.Pass pass) {
    if (deed.ticket().state() instanceof TicketState.Claimed) {
      release(work, deed);
      return;
    }
    String named = pass.knowsBetter() == null ? "" : pass.knowsBetter().handle().toString();
    Optional<Ticket> open = endOffer(work, deed, OfferEnd.PASSED, "nudge.passed", named);
    Optional<Ticket> asked = open.flatMap(ticket -> ask(work, ticket, pass.knowsBetter()));
    if (open.isPresent() && asked.isEmpty()) asking.next(work, open.get());
  }

  private Optional<Ticket> ask(Work work, Ticket ticket, @Nullable ChatUser knowsBetter) {
    if (knowsBetter == null) return Optional.empty();
    return work.book()
        .expert(knowsBetter.handle())
        .flatMap(expert -> asking.ask(work, ticket, expert.id()));
  }

  private void wrongTopic(Work work, Deed deed) {
    endOffer(
            work, deed, OfferEnd.PASSED, "nudge.wrong-topic", String.valueOf(deed.ticket().topic()))
        .ifPresent(ticket -> asking.giveUp(work, ticket));
  }

  private void mute(Work work, Deed deed) {
    Optional<Offer> offer = ownRunningOffer(work, deed);
    if (offer.isEmpty() || deed.ticket().topic() == null) {
      whisper(work, deed, "whisper.not-asked");
      return;
    }
    work.books().directory().mute(offer.get().expert(), deed.ticket().topic(), work.now());
    work.note(deed.who().id(), "topic.muted", deed.ticket().id(), deed.ticket().topic().id());
    endOffer(work, deed, OfferEnd.PASSED, "nudge.passed", "muted the topic")
        .ifPresent(ticket -> asking.next(work, ticket));
  }

  /** Ends the doer's own running offer and opens the ticket; says so when there is none. */
  private Optional<Ticket> endOffer(
      Work work, Deed deed, OfferEnd end, String what, String detail) {
    Optional<Offer> offer = ownRunningOffer(work, deed);
    if (offer.isEmpty()) {
      whisper(work, deed, "whisper.not-asked");
      return Optional.empty();
    }
    work.books().offers().end(offer.get().id(), end, work.now());
    work.note(deed.who().id(), what, deed.ticket().id(), detail);
    Optional<Ticket> open = move(work, deed, new Move.EndOffer(offer.get().id(), work.now()));
    if (end == OfferEnd.LATER) open = open.map(ticket -> asking.next(work, ticket));
    return open;
  }

  private static Optional<Offer> ownRunningOffer(Work work, Deed deed) {
    return Optional.ofNullable(deed.card().offer())
        .flatMap(id -> work.books().offers().find(id))
        .filter(offer -> offer.end() == null)
        .filter(offer -> offer.expert().id().equals(deed.who().id()));
  }

  private void release(Work work, Deed deed) {
    move(work, deed, new Move.Release(deed.who(), work.now()))
        .ifPresent(ticket -> {
          work.note(deed.who().id(), "ticket.released", ticket.id(), "");
          asking.next(work, ticket);
        });
  }

  private void handOver(Work work, Deed deed, ChatUser to) {
    Colleague receiver = work.book().colleague(to.handle(), to.name());
    Optional<Expert> expert = work.book().expert(to.handle());
    boolean known =
        expert.isPresent()
            || work.book().teams().stream().anyMatch(t -> t.members().containsKey(to.handle()));
    if (!known) {
      whisper(work, deed, "whisper.not-registered", receiver.name());
      return;
    }
    move(work, deed, new Move.HandOver(deed.who(), receiver, work.now()))
        .ifPresent(ticket -> {
          endRunningOffer(work, deed);
          work.note(deed.who().id(), "ticket.handed-over", ticket.id(), "to " + receiver.id());
          cardFor(work, ticket, to);
        });
  }

  private static void cardFor(Work work, Ticket ticket, ChatUser to) {
    Place direct = new Place.Direct(to.handle());
    boolean has =
        work.books().placements().of(ticket.id()).stream().anyMatch(p -> p.place().equals(direct));
    if (!has) work.place(ticket, direct, Placement.Role.NUDGE, null, work.localeOf(direct));
  }

  private void close(Work work, Deed deed) {
    move(work, deed, new Move.Close(CloseReason.NOT_WORTH_ANSWERING, deed.who(), work.now()))
        .ifPresent(ticket -> {
          endRunningOffer(work, deed);
          work.note(deed.who().id(), "ticket.closed", ticket.id(), "not worth answering");
        });
  }

  private void answered(Work work, Deed deed, @Nullable URI link) {
    move(work, deed, new Move.Answer(deed.who(), link, work.now()))
        .ifPresent(ticket -> {
          endRunningOffer(work, deed);
          work.note(
              deed.who().id(),
              "ticket.answered",
              ticket.id(),
              link == null ? "by hand" : link.toString());
        });
  }

  private void reply(Work work, Deed deed, String text) {
    boolean byApi =
        work.books()
            .mentions()
            .find(deed.ticket().mention())
            .filter(logged -> !logged.erased())
            .map(logged -> logged.mention().replyWay() instanceof ReplyWay.Api)
            .orElse(false);
    if (!byApi) {
      whisper(work, deed, "whisper.no-api");
      return;
    }
    Answer answer = work.books().answers().write(deed.ticket().id(), deed.who(), text, work.now());
    move(work, deed, new Move.Draft(deed.who(), answer.id(), work.now()))
        .ifPresent(ticket -> {
          endRunningOffer(work, deed);
          work.note(deed.who().id(), "answer.written", ticket.id(), answer.id().toString());
          work.put(new Errand.Publish(answer.id()), "publish:" + ticket.mention().network());
        });
  }

  private void takeBack(Work work, Deed deed, Press press) {
    switch (press) {
      case CLAIM -> release(work, deed);
      case PASS, LATER -> askAgain(work, deed);
      case ANSWERED, ANSWERED_WITH_LINK ->
          move(work, deed, new Move.TakeBackAnswer(deed.who(), work.now()))
              .ifPresent(ticket ->
                  work.note(deed.who().id(), "ticket.answer-taken-back", ticket.id(), ""));
      case NOT_WORTH_ANSWERING, TAKE_BACK -> reopen(work, deed);
      case WRONG_TOPIC, MUTE_TOPIC, RELEASE, PASS_TO, HAND_OVER, REPLY ->
          whisper(work, deed, "whisper.cannot-undo");
    }
  }

  private void reopen(Work work, Deed deed) {
    move(work, deed, new Move.Reopen(deed.who(), work.now()))
        .ifPresent(ticket -> {
          work.note(deed.who().id(), "ticket.reopened", ticket.id(), "");
          asking.next(work, ticket);
        });
  }

  /**
   * "Not mine" or "later" is taken back: whoever said it gets the ticket when nobody else has been
   * asked since.
   */
  private void askAgain(Work work, Deed deed) {
    if (!(deed.ticket().state() instanceof TicketState.Open) || deed.card().offer() == null) {
      whisper(work, deed, "whisper.too-late");
      return;
    }
    claim(work, deed);
  }

  /** Applies the move and keeps the ticket; says why when it may not be. */
  private Optional<Ticket> move(Work work, Deed deed, Move move) {
    Ticket ticket = work.books().tickets().find(deed.ticket().id()).orElseThrow();
    return switch (Moves.apply(ticket.state(), move)) {
      case Outcome.Moved moved -> Optional.of(work.save(ticket, moved.state(), null));
      case Outcome.Unchanged unchanged -> Optional.empty();
      case Outcome.Refused refused -> {
        String owner = refused.owner() == null ? "" : refused.owner().name();
        whisper(work, deed, "refused." + refused.why(), owner);
        work.note(
            deed.who().id(),
            "action.refused",
            ticket.id(),
            move.getClass().getSimpleName() + ": " + refused.why());
        yield Optional.empty();
      }
    };
  }

  private static void endRunningOffer(Work work, Deed deed) {
    for (Offer offer : work.books().offers().of(deed.ticket().id())) {
      if (offer.end() != null) continue;
      boolean own = offer.expert().equals(new ExpertId(deed.who().id()));
      work.books()
          .offers()
          .end(offer.id(), own ? OfferEnd.CLAIMED : OfferEnd.OVERTAKEN, work.now());
    }
  }

  private static void whisper(Work work, Deed deed, String phrase, Object... values) {
    String text = Phrases.in(deed.locale()).say(phrase, values);
    work.whisper(deed.event().id(), deed.event().who(), deed.card(), text);
  }
}
