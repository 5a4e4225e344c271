package no.grenselos.command;

import java.net.URI;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.route.Decision;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.trail.Addresses;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;
import no.grenselos.work.Visit;

/** Says below a shared link to a post who answers it. */
final class Previews implements Feature.Knows {
  @Override
  public Optional<Card> about(Visit visit, URI address) {
    return Addresses.post(visit.books(), address)
        .filter(post -> !post.erased())
        .map(post ->
            visit
                .books()
                .tickets()
                .of(post.mention().id())
                .map(ticket -> card(visit, post, ticket))
                .orElseGet(() -> nobodys(visit, post)));
  }

  private static Card card(Visit visit, MentionLog.Logged post, Ticket ticket) {
    Phrases phrases = visit.phrases("command");
    CardDraft card = new CardDraft();
    String headline = headline(visit, ticket, phrases);
    card.add(Story.quote(post, phrases));
    if (ticket.topic() != null) {
      card.small(
          new Span.Plain(
              phrases.say("preview.topic", new Told(visit).topic(ticket.topic()), ticket.id())));
    } else {
      card.small(ticket.id().toString());
    }
    if (ticket.state().free()) {
      ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(ticket.id()));
      card.act(Press.CLAIM, phrases.say("preview.claim"), false, on);
    }
    return card.card(headline, headline);
  }

  private static String headline(Visit visit, Ticket ticket, Phrases phrases) {
    return switch (ticket.state()) {
      case TicketState.Open open -> phrases.say("preview.free");
      case TicketState.Offered offered ->
          phrases.say(
              "preview.asked",
              visit.book().expert(offered.to()).map(e -> e.name()).orElse(offered.to().id()));
      case TicketState.Claimed claimed -> phrases.say("preview.has", claimed.by().name());
      case TicketState.Proposed proposed -> phrases.say("preview.writes", proposed.by().name());
      case TicketState.Drafted drafted -> phrases.say("preview.writes", drafted.by().name());
      case TicketState.Answered answered -> phrases.say("preview.answered", answered.by().name());
      case TicketState.Closed closed -> phrases.say("preview.closed");
    };
  }

  private static Card nobodys(Visit visit, MentionLog.Logged post) {
    Phrases phrases = visit.phrases("command");
    String headline =
        post.decision() instanceof Decision.Drop drop && !drop.nobodys()
            ? phrases.say("preview.dropped", drop.reason())
            : phrases.say("preview.nobodys");
    CardDraft card = new CardDraft();
    card.add(Story.quote(post, phrases));
    return card.card(headline, headline);
  }
}
