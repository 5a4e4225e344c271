package no.grenselos.nudge;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Place;
import no.grenselos.chat.Press;
import no.grenselos.expert.Colleague;
import no.grenselos.route.RuleBook;
import no.grenselos.work.CardDraft;
import no.grenselos.work.Feature;
import no.grenselos.work.Story;
import no.grenselos.work.TicketDeed;

/**
 * Takes from a channel's card what its one reader may not do: where a house shows each person their
 * own card, whoever has the post sees other buttons than the rest.
 */
final class OneReader {
  /** What only whoever has the post may do, and who leads them. */
  private static final Set<Press> OWNERS =
      EnumSet.of(
          Press.REPLY,
          Press.USE_EARLIER,
          Press.ASK_FOR_DRAFT,
          Press.ANSWERED,
          Press.ANSWERED_WITH_LINK,
          Press.RELEASE,
          Press.HAND_OVER,
          Press.GIVE,
          Press.MERGE,
          Press.ASK_FACT,
          Press.SEND_TO_CRM,
          Press.NOT_WORTH_ANSWERING,
          Press.TAKE_BACK);

  private OneReader() {}

  static void trim(Feature.Look look, Story story, CardDraft draft) {
    ChatUser viewer = look.viewer();
    if (viewer == null || !(story.card().place() instanceof Place.Channel)) return;
    RuleBook book = look.rules().book();
    if (!TicketDeed.mayAnswer(book, story.ticket(), viewer)) {
      for (Press press : Press.values()) draft.without(press);
      return;
    }
    Optional<Colleague> owner = story.ticket().state().owner();
    Colleague reader = book.colleague(viewer.handle(), viewer.name());
    boolean another = owner.filter(who -> !who.is(reader)).isPresent();
    if (another && !TicketDeed.leads(look.books(), book, story.ticket().id(), viewer.handle())) {
      OWNERS.forEach(draft::without);
    }
  }
}
