package no.grenselos.reply;

import java.net.URI;
import java.time.ZonedDateTime;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Place;
import no.grenselos.chat.Placement;
import no.grenselos.chat.Press;
import no.grenselos.chat.Span;
import no.grenselos.expert.Colleague;
import no.grenselos.memory.Kept;
import no.grenselos.memory.Suggestion;
import no.grenselos.ticket.Answer;
import no.grenselos.ticket.Proposal;
import no.grenselos.ticket.TicketState;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;
import org.jspecify.annotations.Nullable;

/**
 * Adds to somebody's own card: what they said like this before, what a colleague said to their
 * answer, and their words to copy where they carry them out by hand.
 */
final class OwnCard {
  private final Earlier earlier;

  OwnCard(Earlier earlier) {
    this.earlier = earlier;
  }

  void add(Feature.Look look, Story story, CardDraft card) {
    if (story.card().place() instanceof Place.Direct direct) {
      Colleague owner = look.rules().book().colleague(direct.to(), "");
      Phrases phrases = Phrases.of("reply", story.card().locale());
      if (asked(story) || has(story, owner)) before(look, story, owner, card);
      if (has(story, owner)) verdict(look, story, owner, card, phrases);
    } else if (story.ticket().state() instanceof TicketState.Claimed claimed) {
      Phrases phrases = Phrases.of("reply", story.card().locale());
      verdict(look, story, claimed.by(), card, phrases);
    }
  }

  private static boolean asked(Story story) {
    return story.card().role() == Placement.Role.NUDGE
        && story.ticket().state() instanceof TicketState.Offered offered
        && offered.offer().equals(story.card().offer());
  }

  private static boolean has(Story story, Colleague owner) {
    return story.ticket().state() instanceof TicketState.Claimed claimed && claimed.by().is(owner);
  }

  private void before(Feature.Look look, Story story, Colleague owner, CardDraft card) {
    Optional<Kept> own =
        earlier.of(look.books(), story.logged(), owner.id()).stream()
            .filter(Suggestion::own)
            .map(Suggestion::kept)
            .findFirst();
    own.ifPresent(kept -> before(look, story, kept, card));
  }

  private static void before(Feature.Look look, Story story, Kept kept, CardDraft card) {
    Phrases phrases = Phrases.of("reply", story.card().locale());
    ZonedDateTime now = look.now().atZone(look.rules().book().house().zone());
    String when = phrases.say("earlier.line", Earlier.when(kept, now, phrases));
    URI link = kept.source().link();
    if (link == null) card.line(new Span.Strong(when));
    else card.line(new Span.Strong(when + " "), new Span.Link(phrases.say("earlier.link"), link));
    card.small(Earlier.glance(kept));
    ChatEvent.On words = Earlier.beginning(story.ticket().id(), kept.id());
    if (!card.hasRoom()) {
      // three buttons are enough: what is rarest goes behind the menu
      card.without(Press.LATER).choice(Press.LATER, phrases.say("menu.later"));
    }
    if (card.hasRoom()) card.act(Press.USE_EARLIER, phrases.say("button.earlier"), false, words);
  }

  private static void verdict(
      Feature.Look look, Story story, Colleague owner, CardDraft card, Phrases phrases) {
    Optional<Proposal> latest = look.books().proposals().latest(story.ticket().id(), owner);
    if (latest.isEmpty()) return;
    Proposal proposal = latest.get();
    Proposal.Verdict verdict = proposal.verdict();
    if (verdict != null && verdict.what() == Proposal.Verdict.What.RETURNED) {
      card.line(
          new Span.Strong(phrases.say("own.returned", verdict.by().name()) + " "),
          new Span.Plain(verdict.comment()));
      return;
    }
    String line = line(proposal, verdict, phrases);
    if (line.isEmpty()) return;
    look.books()
        .answers()
        .find(ProposalCard.out(proposal))
        .map(Answer::text)
        .ifPresent(text -> copy(card, line, text));
  }

  /** Empty when there is nothing to copy. */
  private static String line(
      Proposal proposal, Proposal.@Nullable Verdict verdict, Phrases phrases) {
    if (proposal.kind() == Proposal.Kind.BY_HAND) return phrases.say("own.copy");
    if (verdict == null || verdict.what() != Proposal.Verdict.What.APPROVED) return "";
    return phrases.say("own.approved", verdict.by().name());
  }

  private static void copy(CardDraft card, String line, String text) {
    card.line(new Span.Strong(line));
    card.line(text);
  }
}
