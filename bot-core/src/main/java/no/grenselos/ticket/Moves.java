package no.grenselos.ticket;

import no.grenselos.expert.Colleague;
import no.grenselos.ticket.Outcome.Moved;
import no.grenselos.ticket.Outcome.Refusal;
import no.grenselos.ticket.Outcome.Refused;
import no.grenselos.ticket.Outcome.Unchanged;
import no.grenselos.ticket.TicketState.Answered;
import no.grenselos.ticket.TicketState.Claimed;
import no.grenselos.ticket.TicketState.Closed;
import no.grenselos.ticket.TicketState.Drafted;
import no.grenselos.ticket.TicketState.Offered;
import no.grenselos.ticket.TicketState.Open;

/**
 * The ticket's state machine: every move in every state, allowed or refused with a reason. Pure.
 */
public final class Moves {
  private Moves() {}

  public static Outcome apply(TicketState state, Move move) {
    return switch (move) {
      case Move.Offer offer -> offer(state, offer);
      case Move.Prolong prolong -> prolong(state, prolong);
      case Move.EndOffer end -> endOffer(state, end);
      case Move.Claim claim -> claim(state, claim);
      case Move.Release release -> release(state, release);
      case Move.HandOver handOver -> handOver(state, handOver);
      case Move.Draft draft -> draft(state, draft);
      case Move.Publish publish -> publish(state, publish);
      case Move.FailToPublish fail -> failToPublish(state, fail);
      case Move.Answer answer -> answer(state, answer);
      case Move.TakeBackAnswer back -> takeBackAnswer(state, back);
      case Move.Close close -> close(state, close);
      case Move.ComeBack back -> comeBack(state, back);
      case Move.Reopen reopen -> reopen(state, reopen);
    };
  }

  private static Outcome offer(TicketState state, Move.Offer move) {
    return state instanceof Open
        ? new Moved(new Offered(move.offer(), move.to(), move.until()))
        : notFree(state);
  }

  private static Outcome prolong(TicketState state, Move.Prolong move) {
    return state instanceof Offered offered && offered.offer().equals(move.offer())
        ? new Moved(new Offered(offered.offer(), offered.to(), move.until()))
        : new Refused(Refusal.OFFER_OVER, null);
  }

  private static Outcome endOffer(TicketState state, Move.EndOffer move) {
    return state instanceof Offered offered && offered.offer().equals(move.offer())
        ? new Moved(new Open(move.at()))
        : new Refused(Refusal.OFFER_OVER, null);
  }

  private static Outcome claim(TicketState state, Move.Claim move) {
    return switch (state) {
      case Open open -> new Moved(new Claimed(move.by(), move.at()));
      case Offered offered -> new Moved(new Claimed(move.by(), move.at()));
      case Claimed claimed when claimed.by().is(move.by()) -> new Unchanged();
      case Drafted drafted when drafted.by().is(move.by()) -> new Unchanged();
      case Answered answered when answered.by().is(move.by()) -> new Unchanged();
      case Claimed claimed -> notFree(state);
      case Drafted drafted -> notFree(state);
      case Answered answered -> notFree(state);
      case Closed closed -> notFree(state);
    };
  }

  private static Outcome release(TicketState state, Move.Release move) {
    return switch (state) {
      case Claimed claimed -> own(claimed.by(), move.by(), new Moved(new Open(move.at())));
      case Open open -> new Unchanged();
      case Offered offered -> new Unchanged();
      case Drafted drafted -> notFree(state);
      case Answered answered -> notFree(state);
      case Closed closed -> notFree(state);
    };
  }

  private static Outcome handOver(TicketState state, Move.HandOver move) {
    return switch (state) {
      case Claimed claimed when claimed.by().is(move.to()) -> new Unchanged();
      case Claimed claimed ->
          own(claimed.by(), move.by(), new Moved(new Claimed(move.to(), move.at())));
      case Open open -> new Moved(new Claimed(move.to(), move.at()));
      case Offered offered -> new Moved(new Claimed(move.to(), move.at()));
      case Drafted drafted -> notFree(state);
      case Answered answered -> notFree(state);
      case Closed closed -> notFree(state);
    };
  }

  private static Outcome draft(TicketState state, Move.Draft move) {
    return switch (state) {
      case Claimed claimed -> own(claimed.by(), move.by(), drafted(move));
      case Open open -> drafted(move);
      case Offered offered -> drafted(move);
      case Drafted drafted -> notFree(state);
      case Answered answered -> notFree(state);
      case Closed closed -> notFree(state);
    };
  }

  private static Outcome drafted(Move.Draft move) {
    return new Moved(new Drafted(move.by(), move.answer(), move.at()));
  }

  private static Outcome publish(TicketState state, Move.Publish move) {
    return switch (state) {
      case Drafted drafted when drafted.answer().equals(move.answer()) ->
          new Moved(new Answered(drafted.by(), move.at(), move.link()));
      // the post was deleted while the answer was on its way: the answer is out all the same
      case Closed closed when closed.by() == null -> new Unchanged();
      case Drafted drafted -> new Refused(Refusal.ANSWER_OVER, drafted.by());
      case Answered answered -> new Refused(Refusal.ANSWER_OVER, answered.by());
      case Open open -> new Refused(Refusal.ANSWER_OVER, null);
      case Offered offered -> new Refused(Refusal.ANSWER_OVER, null);
      case Claimed claimed -> new Refused(Refusal.ANSWER_OVER, claimed.by());
      case Closed closed -> new Refused(Refusal.CLOSED, closed.by());
    };
  }

  private static Outcome failToPublish(TicketState state, Move.FailToPublish move) {
    return state instanceof Drafted drafted && drafted.answer().equals(move.answer())
        ? new Moved(new Claimed(drafted.by(), move.at()))
        : new Refused(Refusal.ANSWER_OVER, null);
  }

  private static Outcome answer(TicketState state, Move.Answer move) {
    Moved answered = new Moved(new Answered(move.by(), move.at(), move.link()));
    return switch (state) {
      case Open open -> answered;
      case Offered offered -> answered;
      case Claimed claimed -> own(claimed.by(), move.by(), answered);
      case Answered before when before.by().is(move.by()) && move.link() == null -> new Unchanged();
      case Answered before -> own(before.by(), move.by(), answered);
      case Drafted drafted -> notFree(state);
      case Closed closed -> notFree(state);
    };
  }

  private static Outcome takeBackAnswer(TicketState state, Move.TakeBackAnswer move) {
    return state instanceof Answered answered && answered.link() == null
        ? own(answered.by(), move.by(), new Moved(new Claimed(answered.by(), move.at())))
        : new Refused(Refusal.NOTHING_TO_TAKE_BACK, null);
  }

  private static Outcome close(TicketState state, Move.Close move) {
    Moved closed = new Moved(new Closed(move.reason(), move.by(), move.at()));
    return switch (state) {
      case Open open -> closed;
      case Offered offered -> closed;
      case Claimed claimed when move.by() == null -> closed;
      case Claimed claimed -> own(claimed.by(), move.by(), closed);
      case Drafted drafted -> move.by() == null ? closed : notFree(state);
      // what is answered stays answered, even when the post is deleted outside afterwards
      case Answered answered -> move.by() == null ? new Unchanged() : notFree(state);
      case Closed before -> new Unchanged();
    };
  }

  private static Outcome comeBack(TicketState state, Move.ComeBack move) {
    Moved again =
        new Moved(move.to() == null ? new Open(move.at()) : new Claimed(move.to(), move.at()));
    return switch (state) {
      case Answered answered -> again;
      case Closed closed when closed.reason() == CloseReason.NOT_WORTH_ANSWERING -> again;
      case Closed closed -> new Refused(Refusal.CLOSED, closed.by());
      case Open open -> new Unchanged();
      case Offered offered -> new Unchanged();
      case Claimed claimed -> new Unchanged();
      case Drafted drafted -> new Unchanged();
    };
  }

  private static Outcome reopen(TicketState state, Move.Reopen move) {
    return state instanceof Closed closed && closed.reason() != CloseReason.DELETED_OUTSIDE
        ? new Moved(new Open(move.at()))
        : new Refused(Refusal.NOTHING_TO_TAKE_BACK, null);
  }

  private static Outcome own(Colleague owner, Colleague who, Outcome then) {
    return owner.is(who) ? then : new Refused(Refusal.NOT_OWNER, owner);
  }

  private static Refused notFree(TicketState state) {
    return switch (state) {
      case Open open -> new Refused(Refusal.NOT_CLAIMED, null);
      case Offered offered -> new Refused(Refusal.TAKEN, null);
      case Claimed claimed -> new Refused(Refusal.TAKEN, claimed.by());
      case Drafted drafted -> new Refused(Refusal.BEING_PUBLISHED, drafted.by());
      case Answered answered -> new Refused(Refusal.ANSWERED, answered.by());
      case Closed closed -> new Refused(Refusal.CLOSED, closed.by());
    };
  }
}
