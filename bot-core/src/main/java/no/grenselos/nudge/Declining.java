package no.grenselos.nudge;

import java.util.Optional;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.TicketAction;
import no.grenselos.lesson.Lesson;
import no.grenselos.reading.TopicId;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.Ticket;
import no.grenselos.work.Asking;
import no.grenselos.work.TicketDeed;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/** The ways to say no to a nudge, and who is asked then. */
final class Declining {
  private final Asking asking;

  Declining(Asking asking) {
    this.asking = asking;
  }

  void pass(TicketDeed deed, TicketAction.Pass pass) {
    ChatUser better = pass.knowsBetter();
    String named = better == null ? "" : better.handle().toString();
    endOffer(deed, OfferEnd.PASSED, "nudge.passed", named)
        .ifPresent(ticket -> {
          deed.teaching().taught(Lesson.Kind.PASSED, deed.who(), pass.reason());
          if (better != null) deed.teaching().named(deed.who(), better.handle());
          if (ask(deed.work(), ticket, better).isEmpty()) {
            if (better != null) deed.work().named(better, ticket, deed.who());
            asking.next(deed.work(), ticket);
          }
        });
  }

  void later(TicketDeed deed) {
    endOffer(deed, OfferEnd.LATER, "nudge.later", "")
        .ifPresent(ticket -> asking.next(deed.work(), ticket));
  }

  /** Whoever owns the same topic would say the same, so the channel decides. */
  void wrongTopic(TicketDeed deed) {
    String topic = String.valueOf(deed.ticket().topic());
    endOffer(deed, OfferEnd.PASSED, "nudge.wrong-topic", topic)
        .ifPresent(ticket -> {
          deed.teaching().taught(Lesson.Kind.WRONG_TOPIC, deed.who(), "");
          asking.giveUp(deed.work(), ticket);
        });
  }

  void mute(TicketDeed deed) {
    Optional<Offer> offer = deed.ownRunningOffer();
    TopicId topic = deed.ticket().topic();
    if (offer.isPresent() && topic != null) {
      deed.work().books().directory().mute(offer.get().expert(), topic, deed.work().now());
      deed.note("topic.muted", topic.id());
    }
    endOffer(deed, OfferEnd.PASSED, "nudge.passed", Lesson.MUTED)
        .ifPresent(ticket -> {
          deed.teaching().taught(Lesson.Kind.PASSED, deed.who(), Lesson.MUTED);
          asking.next(deed.work(), ticket);
        });
  }

  private Optional<Ticket> ask(Work work, Ticket ticket, @Nullable ChatUser knowsBetter) {
    if (knowsBetter == null) return Optional.empty();
    return work.book()
        .expert(knowsBetter.handle())
        .flatMap(expert -> asking.ask(work, ticket, expert.id()));
  }

  /** Ends the doer's own running offer and opens the ticket; says so when there is none. */
  private static Optional<Ticket> endOffer(
      TicketDeed deed, OfferEnd end, String what, String detail) {
    Optional<Offer> offer = deed.ownRunningOffer();
    if (offer.isEmpty()) {
      deed.whisper("nudge", "whisper.not-asked");
      return Optional.empty();
    }
    deed.work().books().offers().end(offer.get().id(), end, deed.work().now());
    deed.note(what, detail);
    return deed.move(new Move.EndOffer(offer.get().id(), deed.work().now()));
  }
}
