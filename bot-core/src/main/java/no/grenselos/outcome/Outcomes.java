package no.grenselos.outcome;

import java.util.Set;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.OutcomeAction;
import no.grenselos.store.Timers;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Deed;
import no.grenselos.work.Erasure;
import no.grenselos.work.Feature;
import no.grenselos.work.PageDraft;
import no.grenselos.work.Story;
import no.grenselos.work.Visit;
import no.grenselos.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Asks whoever answered what came of it, and keeps what they tell. Nobody is sent anything: the
 * question stands in the card that is there and in their home. Comes after whatever keeps answers.
 */
public final class Outcomes
    implements Feature.Acts,
        Feature.Adds,
        Feature.Follows,
        Feature.Quotes,
        Feature.Wakes,
        Feature.AtHome {
  @Override
  public Class<? extends ChatAction> actions() {
    return OutcomeAction.class;
  }

  @Override
  public void act(Deed deed) {
    OutcomeAction action = (OutcomeAction) deed.event().action();
    deed.onTicket()
        .ifPresentOrElse(
            on -> {
              switch (action) {
                case OutcomeAction.TellEffect tell -> Telling.tell(on, tell.effect());
              }
            },
            () -> deed.work().tell("action.ignored", null, deed.event().id() + ": no such card"));
  }

  @Override
  public void add(Look look, Story story, CardDraft card) {
    OutcomeLines.add(look, story, card);
  }

  /** Whoever answered is asked in their home what came of it. */
  @Override
  public void erased(Work work, Erasure.Gone gone) {
    gone.tickets().stream()
        .flatMap(ticket -> work.books().thanks().of(ticket).stream())
        .flatMap(answer -> Questions.home(work, answer.by()).stream())
        .distinct()
        .forEach(work::refreshHome);
  }

  @Override
  public void add(Visit visit, PageDraft home) {
    OutcomeLines.add(visit, home);
  }

  @Override
  public void changed(Work work, @Nullable Ticket before, Ticket after) {
    if (before == null) return;
    if (after.state() instanceof TicketState.Answered now) {
      boolean same = before.state() instanceof TicketState.Answered was && was.by().is(now.by());
      if (!same && after.terms().goal() != null) Questions.answered(work, now);
    } else if (before.state() instanceof TicketState.Answered
        && work.books().thanks().of(after.id()).isEmpty()) {
      work.books().effects().takeBack(after.id());
    }
  }

  @Override
  public Set<String> timers() {
    return Set.of(Questions.KIND);
  }

  @Override
  public void wake(Work work, Timers.Timer timer) {
    Questions.wake(work, timer.id());
  }
}
