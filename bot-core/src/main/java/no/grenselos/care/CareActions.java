package no.grenselos.care;

import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.CareAction;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.expert.Role;
import no.grenselos.expert.Team;
import no.grenselos.store.Books;
import no.grenselos.store.Errand;
import no.grenselos.store.Facts;
import no.grenselos.ticket.CloseReason;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketId;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.Courtesy;
import no.grenselos.work.Deed;
import no.grenselos.work.Question;
import no.grenselos.work.TicketDeed;
import no.grenselos.work.Work;

/** What each of customer service's actions does; only its people, leads and admins may. */
record CareActions(FactAsking facts, Board board) {

  /** The fact that a card or a form is about. */
  static Optional<Facts.Fact> factOf(Books books, ChatEvent.On on) {
    return Question.thingOf(books, on, FactAsking.KIND)
        .flatMap(thing -> books.facts().find(Long.parseLong(thing.id())));
  }

  void act(Deed deed, CareAction action) {
    switch (action) {
      case CareAction.TellFact tell ->
          factOf(deed).ifPresent(fact -> facts.tell(deed, fact, tell.text()));
      case CareAction.PassFact pass -> factOf(deed).ifPresent(fact -> facts.pass(deed, fact));
      case CareAction.AddNote note -> onTicket(deed).ifPresent(on -> note(on, note.text()));
      case CareAction.GiveToTeam give -> onTicket(deed).ifPresent(on -> give(on, give.team()));
      case CareAction.Merge merge -> onTicket(deed).ifPresent(on -> merge(on, merge.into()));
      case CareAction.AskFact ask -> onTicket(deed).ifPresent(on -> ask(on, ask));
      case CareAction.SendToCrm send -> onTicket(deed).ifPresent(this::sendToCrm);
    }
  }

  private static Optional<Facts.Fact> factOf(Deed deed) {
    return factOf(deed.work().books(), deed.event().on());
  }

  /** Empty, and told so, when the doer may not. */
  private static Optional<TicketDeed> onTicket(Deed deed) {
    Optional<TicketDeed> on = deed.onTicket();
    if (on.isEmpty() || may(on.get())) return on;
    deed.whisper("care", "refused.not-care");
    deed.note("action.refused", deed.event().action().getClass().getSimpleName());
    return Optional.empty();
  }

  private static boolean may(TicketDeed deed) {
    Set<Role> roles = deed.work().book().roles(deed.event().who().handle());
    boolean owner = deed.ticket().state().owner().filter(deed.who()::is).isPresent();
    return owner || roles.contains(Role.CARE) || roles.contains(Role.ADMIN);
  }

  private static void note(TicketDeed deed, String text) {
    Work work = deed.work();
    work.books().care().note(deed.ticket().id(), deed.who(), text, work.now());
    deed.note("ticket.noted", "");
    work.refresh(deed.ticket().id());
  }

  /** Whoever has it lets it go, and it stands in the other team's queue. */
  private void give(TicketDeed deed, String teamId) {
    Work work = deed.work();
    Team team = work.book().team(teamId).orElse(null);
    if (team == null) return;
    Optional<Ticket> free =
        deed.ticket().state() instanceof TicketState.Claimed
            ? deed.move(new Move.Release(deed.onBehalf(), work.now()))
            : Optional.of(deed.ticket()).filter(ticket -> ticket.state().free());
    if (free.isEmpty()) return;
    TicketId id = deed.ticket().id();
    work.books().careQueue().channelOf(id).ifPresent(channel -> board.changed(work, channel));
    work.books().careQueue().put(id, team.channel());
    Ticket now = work.books().tickets().find(id).orElseThrow();
    work.save(now, now.state(), now.wakeAt());
    Place channel = work.channel(team.channel());
    work.placeOnce(now, channel, Placement.Role.QUEUE);
    deed.note("ticket.given", "to " + team.id());
    work.refresh(id);
  }

  private static void merge(TicketDeed deed, TicketId into) {
    Work work = deed.work();
    Optional<Ticket> goesOn = work.books().tickets().find(into);
    if (goesOn.filter(ticket -> !ticket.state().over()).isEmpty()) {
      deed.whisper("care", "merge.over", into);
      return;
    }
    deed.move(new Move.Close(CloseReason.MERGED, deed.onBehalf(), work.now()))
        .ifPresent(closed -> {
          if (!work.books().care().merge(closed.id(), into, work.now())) {
            throw new IllegalStateException(closed.id() + " cannot be merged into " + into);
          }
          deed.endRunningOffers();
          deed.note("ticket.merged", "into " + into);
          work.refresh(closed.id());
          work.refresh(into);
        });
  }

  private void ask(TicketDeed deed, CareAction.AskFact ask) {
    if (!(deed.ticket().state() instanceof TicketState.Claimed)) {
      deed.whisper("care", "fact.take-first");
    } else if (deed.work().book().topic(ask.topic()).isPresent()) {
      facts.need(deed.work(), deed.ticket(), ask.topic(), deed.who(), ask.question());
    }
  }

  private void sendToCrm(TicketDeed deed) {
    Work work = deed.work();
    boolean hears =
        Courtesy.teamOf(work.books(), work.book(), deed.ticket())
            .map(Team::crm)
            .filter(crm -> crm.webhook() != null)
            .isPresent();
    if (!hears) return;
    TicketId id = deed.ticket().id();
    // once per ticket: the other side makes a case of it
    if (!work.books().care().say(id, "crm", work.now())) {
      deed.whisper("care", "crm.sent-before");
      return;
    }
    work.put(new Errand.TellCrm(id, deed.who()), "crm");
    deed.note("crm.asked", "");
  }
}
