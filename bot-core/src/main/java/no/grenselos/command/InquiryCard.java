package no.grenselos.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.Part;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.expert.Expert;
import no.grenselos.route.RuleBook;
import no.grenselos.store.Inquiries.Inquiry;
import no.grenselos.store.Inquiries.Reply;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Phrases;

/** Writes the card of a question between colleagues. */
final class InquiryCard {
  private final Inquiry inquiry;
  private final Placement card;
  private final Phrases phrases;
  private final String asker;
  private final String expert;
  private final CardDraft draft = new CardDraft();

  InquiryCard(RuleBook book, Inquiry inquiry, Placement card) {
    this.inquiry = inquiry;
    this.card = card;
    this.phrases = Phrases.of("command", card.locale());
    var who = inquiry.draft().asker();
    this.asker = book.colleague(who.handle(), who.name()).name();
    this.expert =
        book.expert(inquiry.draft().expert())
            .map(Expert::name)
            .orElse(inquiry.draft().expert().id());
  }

  /** Whether the card stands with whoever asked. */
  static boolean isAskers(Inquiry inquiry, Placement card) {
    return card.place() instanceof Place.Direct direct
        && direct.to().equals(inquiry.draft().asker().handle());
  }

  Card write() {
    words(asker, inquiry.draft().text());
    String headline = isAskers(inquiry, card) ? forAsker() : forExpert();
    address(inquiry.draft().about())
        .filter(link -> draft.hasRoom())
        .ifPresent(link -> draft.go(phrases.say("inquiry.message"), link));
    return draft.card(headline, headline);
  }

  private String forExpert() {
    Reply reply = inquiry.reply();
    if (reply == null) {
      draft.small(phrases.say("inquiry.why"));
      draft.act(Press.ANSWER_COLLEAGUE, phrases.say("button.answer"), true);
      draft.act(Press.NOT_MY_QUESTION, phrases.say("button.not-mine"), false);
      return phrases.say("inquiry.asks", asker);
    }
    if (reply.text().isEmpty()) return phrases.say("inquiry.you-passed", asker);
    words(expert, reply.text());
    return phrases.say("inquiry.you-answered", asker);
  }

  private String forAsker() {
    Reply reply = inquiry.reply();
    if (reply != null && !reply.text().isEmpty()) {
      words(expert, reply.text());
      return phrases.say("inquiry.has-answered", expert);
    }
    draft.act(Press.ASK_EXPERT, phrases.say("button.ask-other"), false);
    return phrases.say("inquiry.cannot", expert);
  }

  /** Who said it, and what; shown as it is. */
  private void words(String who, String text) {
    draft.add(new Part.Line(List.of(new Span.Strong(who), new Span.Plain(": " + text))));
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() == null ? Optional.empty() : Optional.of(address);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
