package no.grenselos.work;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Presence;
import no.grenselos.expert.Candidacy;
import no.grenselos.expert.Expert;
import no.grenselos.expert.ExpertId;
import no.grenselos.expert.Load;
import no.grenselos.expert.Ranking;
import no.grenselos.reading.TopicId;
import no.grenselos.route.Lane;
import no.grenselos.ticket.Move;
import no.grenselos.ticket.Moves;
import no.grenselos.ticket.Offer;
import no.grenselos.ticket.OfferEnd;
import no.grenselos.ticket.OfferId;
import no.grenselos.ticket.Outcome;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;

/**
 * Asks the next best expert about an open ticket, holds it until somebody may be asked, or hands it
 * to a channel.
 */
public final class Asking {
  /** How long "later" lets somebody be, at least. */
  private static final Duration LATER = Duration.ofHours(1);

  /** A nudge on its way for longer than this has eaten into its expert's time. */
  private static final Duration LATE = Duration.ofMinutes(1);

  /** Asks whoever comes first. Returns the ticket as it is then. */
  public Ticket next(Work work, Ticket ticket) {
    TopicId topic = ticket.topic();
    if (topic == null || !(ticket.state() instanceof TicketState.Open)) return ticket;
    // care keeps it, and asks an expert for the fact only
    if (ticket.terms().fact() != null) return ticket;
    if (work.held(ticket, Lane.EXPERT)) return resting(work, ticket);
    Ranking ranking = ranking(work, ticket, topic);
    for (Candidacy.Fit fit : ranking.fits()) {
      Optional<Ticket> asked = ask(work, ticket, fit.expert(), fit.reason());
      if (asked.isPresent()) {
        Considering.keep(work, ticket.id(), topic, ranking, fit);
        return asked.get();
      }
    }
    Considering.keep(work, ticket.id(), topic, ranking, null);
    Optional<Instant> chance = ranking.nextChance();
    return chance.isPresent() ? hold(work, ticket, chance.get()) : giveUp(work, ticket);
  }

  /** Asks this expert, whoever else would come first. Empty when they may not be asked now. */
  public Optional<Ticket> ask(Work work, Ticket ticket, ExpertId who) {
    TopicId topic = ticket.topic();
    if (topic == null || work.held(ticket, Lane.EXPERT)) return Optional.empty();
    Ranking ranking = ranking(work, ticket, topic);
    Optional<Candidacy.Fit> named =
        ranking.fits().stream()
            .filter(fit -> fit.expert().id().equals(who))
            .findFirst()
            .map(fit -> new Candidacy.Fit(fit.expert(), fit.score(), "a colleague named them"));
    Optional<Ticket> asked = named.flatMap(fit -> ask(work, ticket, fit.expert(), fit.reason()));
    if (asked.isPresent()) {
      Considering.keep(work, ticket.id(), topic, ranking, named.orElseThrow());
    }
    return asked;
  }

  /** Whoever keeps it back wakes it. */
  private static Ticket resting(Work work, Ticket ticket) {
    return ticket.wakeAt() == null ? ticket : work.save(ticket, ticket.state(), null);
  }

  /** Shows the ticket in its channel's queue, unless somebody keeps it back. */
  public void queue(Work work, Ticket ticket) {
    if (work.held(ticket, Lane.CARE)) return;
    Place queue = work.channel(ticket.terms().channel());
    work.place(ticket, queue, Placement.Role.QUEUE, null, work.localeOf(queue));
    work.note(Work.GRENSELOS, "ticket.queued", ticket.id(), "in " + ticket.terms().channel());
  }

  /** Nobody is left to ask: the ticket's channel decides. */
  public Ticket giveUp(Work work, Ticket ticket) {
    boolean inChannel =
        work.books().placements().of(ticket.id()).stream()
            .anyMatch(placement -> placement.role() != Placement.Role.NUDGE);
    if (!inChannel) {
      Place channel = work.channel(ticket.terms().channel());
      work.books().careQueue().put(ticket.id(), ticket.terms().channel());
      work.place(ticket, channel, Placement.Role.FALLBACK, null, work.localeOf(channel));
      work.note(
          Work.GRENSELOS,
          "ticket.fell-back",
          ticket.id(),
          "nobody left to ask; " + ticket.terms().channel());
    }
    return work.save(ticket, ticket.state(), null);
  }

  /** A nudge that arrived late gives its expert the whole time all the same. */
  public void arrived(Work work, Placement card) {
    boolean late = Duration.between(card.madeAt(), work.now()).compareTo(LATE) > 0;
    if (card.offer() != null && late) {
      prolong(work, ticketOf(work, card));
    }
  }

  /**
   * Begins the running offer's time anew. False when none runs, or its expert left the rule book.
   */
  public boolean prolong(Work work, Ticket ticket) {
    if (!(ticket.state() instanceof TicketState.Offered offered)) return false;
    Expert expert = work.book().expert(offered.to()).orElse(null);
    if (expert == null) return false;
    Instant until = expert.hours().after(work.now(), ticket.terms().offerFor());
    Move move = new Move.Prolong(offered.offer(), until, work.now());
    if (!(Moves.apply(ticket.state(), move) instanceof Outcome.Moved moved)) return false;
    work.save(ticket, moved.state(), until);
    return true;
  }

  /**
   * The card's place cannot be reached: its offer goes on in another house of the same person, or
   * ends, and the next is asked.
   */
  public void unreachable(Work work, Placement card) {
    if (card.offer() == null) return;
    Ticket ticket = ticketOf(work, card);
    if (Elsewhere.wentOn(work, card) || Elsewhere.show(work, ticket, card.offer())) return;
    lapse(work, ticket, card.offer());
  }

  /**
   * The house says how their day is, before the nudge went out: notes it, and unless they may be
   * asked all the same, the offer ends unseen and the next is asked.
   *
   * @return whether the nudge may go out
   */
  public boolean fits(Work work, Placement card, Presence presence) {
    Ticket ticket = ticketOf(work, card);
    if (!(ticket.state() instanceof TicketState.Offered offered)
        || !offered.offer().equals(card.offer())) return true;
    Seen.note(work, offered.to(), presence);
    Expert expert = work.book().expert(offered.to()).orElse(null);
    if (expert != null && expert.present(work.now())) return true;
    work.note(Work.GRENSELOS, "nudge.away", ticket.id(), "not sent to " + offered.to());
    end(work, ticket, offered.offer(), OfferEnd.AWAY);
    return false;
  }

  private static Ticket ticketOf(Work work, Placement card) {
    return work.books().tickets().find(card.ticket().orElseThrow()).orElseThrow();
  }

  /** Whoever is asked wants to be left alone for a while: the next is asked. */
  public void stepAside(Work work, Ticket ticket, OfferId offer) {
    end(work, ticket, offer, OfferEnd.LATER);
  }

  /** The offer ends without a word, and the next expert is asked; nothing when it does not run. */
  public void lapse(Work work, Ticket ticket, OfferId offer) {
    end(work, ticket, offer, OfferEnd.LAPSED);
  }

  private void end(Work work, Ticket ticket, OfferId offer, OfferEnd end) {
    Move move = new Move.EndOffer(offer, work.now());
    if (!(Moves.apply(ticket.state(), move) instanceof Outcome.Moved moved)) return;
    work.books().offers().end(offer, end, work.now());
    next(work, work.save(ticket, moved.state(), null));
  }

  private Ticket hold(Work work, Ticket ticket, Instant until) {
    work.note(Work.GRENSELOS, "ticket.held", ticket.id(), "nobody may be asked before " + until);
    return work.save(ticket, ticket.state(), until);
  }

  private Optional<Ticket> ask(Work work, Ticket ticket, Expert expert, String reason) {
    Instant until = expert.hours().after(work.now(), ticket.terms().offerFor());
    LocalDate day = expert.hours().day(work.now());
    Load load = work.books().offers().load(expert.id(), day);
    return work.books()
        .offers()
        .make(ticket.id(), expert.id(), work.now(), until, day, load.today() + 1)
        .map(offer -> offered(work, ticket, expert, offer, reason));
  }

  private Ticket offered(Work work, Ticket ticket, Expert expert, Offer offer, String reason) {
    Move move = new Move.Offer(offer.id(), expert.id(), offer.until(), work.now());
    if (!(Moves.apply(ticket.state(), move) instanceof Outcome.Moved moved)) throw new Overtaken();
    work.place(ticket, work.direct(expert), Placement.Role.NUDGE, offer.id(), expert.speaks());
    work.note(Work.GRENSELOS, "ticket.offered", ticket.id(), "to " + expert.id() + ": " + reason);
    return work.save(ticket, moved.state(), offer.until());
  }

  private static Ranking ranking(Work work, Ticket ticket, TopicId topic) {
    return Shortlist.of(work).about(ticket, topic, notBefore(work, ticket));
  }

  private static Map<ExpertId, Instant> notBefore(Work work, Ticket ticket) {
    Map<ExpertId, Instant> notBefore = new HashMap<>();
    for (Offer offer : work.books().offers().of(ticket.id())) {
      switch (offer.end()) {
        case LATER -> {
          if (offer.endedAt() != null) notBefore.put(offer.expert(), offer.endedAt().plus(LATER));
        }
        // whether they are back, their profile says
        case AWAY -> {}
        case CLAIMED, PASSED, LAPSED, OVERTAKEN -> notBefore.put(offer.expert(), Instant.MAX);
        case null -> notBefore.put(offer.expert(), Instant.MAX);
      }
    }
    return notBefore;
  }
}
