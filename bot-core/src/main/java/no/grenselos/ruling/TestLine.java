package no.grenselos.ruling;

import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Press;
import no.grenselos.route.RuleBook;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Phrases;
import no.grenselos.work.Story;

/**
 * The line in the menu of a post's card by which an admin keeps it as a test of the rules. Others
 * do not see it, where a house draws a card for each; in the admins' channel everybody does.
 */
final class TestLine {
  private TestLine() {}

  static void add(Feature.Look look, Story story, CardDraft card) {
    if (story.logged().erased() || !seen(look, story)) return;
    Phrases phrases = Phrases.of("ruling", story.card().locale());
    card.choice(Press.KEEP_AS_TEST, phrases.say("button.keep-test"));
  }

  private static boolean seen(Feature.Look look, Story story) {
    RuleBook book = look.rules().book();
    ChatUser viewer = look.viewer();
    if (viewer != null) return Admins.may(book, viewer.handle());
    return switch (story.card().place()) {
      case Place.Direct direct -> Admins.may(book, direct.to());
      case Place.Channel channel ->
          channel.equals(Place.Channel.named(book.house().fallbackChannel(), channel.house()));
    };
  }
}
