package no.grenselos.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.chat.Subject;
import no.grenselos.route.Decision;
import no.grenselos.store.Books;
import no.grenselos.store.MentionLog;
import no.grenselos.ticket.Ticket;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;
import no.grenselos.work.Visit;

/** Says below a shared link to a post who answers it. */
final class Previews implements Feature.Knows {
  @Override
  public Optional<Card> about(Visit visit, URI address) {
    return post(visit.books(), address)
        .filter(post -> !post.erased())
        .map(post ->
            visit
                .books()
                .tickets()
                .of(post.mention().id())
                .map(ticket -> card(visit, post, ticket))
                .orElseGet(() -> nobodys(visit, post)));
  }

  /** People share addresses with what trackers hang on to them. */
  static Optional<MentionLog.Logged> post(Books books, URI address) {
    return books.mentions().at(address).or(() -> books.mentions().at(bare(address)));
  }

  private static URI bare(URI address) {
    try {
      return new URI(address.getScheme(), address.getAuthority(), address.getPath(), null, null);
    } catch (URISyntaxException e) {
      return address;
    }
  }

  private static Card card(Visit visit, MentionLog.Logged post, Ticket ticket) {
    Phrases phrases = visit.phrases("command");
    CardDraft card = new CardDraft();
    String headline = headline(visit, ticket, phrases);
    quote(card, post, phrases);
    if (ticket.topic() != null) {
      card.small(
          new Span.Plain(
              phrases.say("preview.topic", new Told(visit).topic(ticket.topic()), ticket.id())));
    } else {
      card.small(ticket.id().toString());
    }
    boolean free =
        ticket.state() instanceof TicketState.Open || ticket.state() instanceof TicketState.Offered;
    Card drawn = card.card(headline, headline);
    return free ? withClaim(drawn, ticket, phrases) : drawn;
  }

  private static Card withClaim(Card card, Ticket ticket, Phrases phrases) {
    ChatEvent.On on = new ChatEvent.On.About(new Subject.OfTicket(ticket.id()));
    Card.Button claim = new Card.Button.Act(Press.CLAIM, phrases.say("preview.claim"), false, on);
    return new Card(card.headline(), card.parts(), List.of(claim), card.more(), card.summary());
  }

  private static String headline(Visit visit, Ticket ticket, Phrases phrases) {
    return switch (ticket.state()) {
      case TicketState.Open open -> phrases.say("preview.free");
      case TicketState.Offered offered ->
          phrases.say(
              "preview.asked",
              visit.book().expert(offered.to()).map(e -> e.name()).orElse(offered.to().id()));
      case TicketState.Claimed claimed -> phrases.say("preview.has", claimed.by().name());
      case TicketState.Drafted drafted -> phrases.say("preview.writes", drafted.by().name());
      case TicketState.Answered answered -> phrases.say("preview.answered", answered.by().name());
      case TicketState.Closed closed -> phrases.say("preview.closed");
    };
  }

  private static void quote(CardDraft card, MentionLog.Logged post, Phrases phrases) {
    card.add(Story.quote(post, phrases));
  }

  private static Card nobodys(Visit visit, MentionLog.Logged post) {
    Phrases phrases = visit.phrases("command");
    String headline =
        post.decision() instanceof Decision.Drop drop && !drop.nobodys()
            ? phrases.say("preview.dropped", drop.reason())
            : phrases.say("preview.nobodys");
    CardDraft card = new CardDraft();
    quote(card, post, phrases);
    return card.card(headline, headline);
  }
}
