package no.grenselos.chat.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.grenselos.chat.Place;
import no.grenselos.chat.PlacementId;
import no.grenselos.chat.Sighting;

/** Looks for one of our cards in a channel's history. */
final class SlackSearch {
  private static final int PAGE = 200;

  /** Then the card is older than anything we would send again. */
  private static final int PAGES = 50;

  /** Slack's clock may be behind ours. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private static final Set<String> NO_SUCH_PLACE =
      Set.of("channel_not_found", "user_not_found", "users_not_found");

  private final SlackCalls calls;
  private final SlackPeople people;
  private final SlackChannels channels;

  SlackSearch(SlackCalls calls, SlackPeople people, SlackChannels channels) {
    this.calls = calls;
    this.people = people;
    this.channels = channels;
  }

  Sighting find(Place place, PlacementId card, Instant since) {
    SlackReply<String> channel = channels.find(place);
    if (channel instanceof SlackReply.Yes<String> found) return find(found.answer(), card, since);
    return channel instanceof SlackReply.No<String> no && NO_SUCH_PLACE.contains(no.error())
        ? new Sighting.NotThere()
        : unknown(channel);
  }

  private Sighting find(String channel, PlacementId card, Instant since) {
    // without knowing ourselves, anybody's app could pass for the card
    if (!(people.bot() instanceof SlackReply.Yes<SlackPeople.Bot> us)) {
      return new Sighting.Unknown("Slack does not say who we are");
    }
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      SlackReply<ConversationsHistoryResponse> reply = page(channel, since, cursor);
      if (!(reply instanceof SlackReply.Yes<ConversationsHistoryResponse> yes))
        return unknown(reply);
      Optional<Message> found =
          yes.answer().getMessages().stream()
              .filter(message -> isOurs(message, us.answer()) && carries(message, card))
              .findFirst();
      if (found.isPresent()) return new Sighting.Seen(SlackPort.ref(channel, found.get().getTs()));
      cursor = SlackReplies.nextPage(yes.answer().getResponseMetadata());
      if (cursor.isEmpty()) return new Sighting.NotThere();
    }
    return new Sighting.Unknown("more than " + PAGES * PAGE + " messages since " + since);
  }

  private SlackReply<ConversationsHistoryResponse> page(
      String channel, Instant since, String cursor) {
    return calls.call(
        "conversations.history",
        methods ->
            methods.conversationsHistory(r ->
                r.channel(channel)
                    .oldest(since.minus(SKEW).getEpochSecond() + ".000000")
                    .inclusive(true)
                    .includeAllMetadata(true)
                    .limit(PAGE)
                    .cursor(cursor.isEmpty() ? null : cursor)));
  }

  private static boolean isOurs(Message message, SlackPeople.Bot us) {
    return us.userId().equals(message.getUser())
        || (message.getBotId() != null && message.getBotId().equals(us.botId()));
  }

  private static boolean carries(Message message, PlacementId card) {
    Message.Metadata metadata = message.getMetadata();
    return metadata != null
        && SlackPort.EVENT_TYPE.equals(metadata.getEventType())
        && metadata.getEventPayload() != null
        && card.toString().equals(metadata.getEventPayload().get(SlackPort.CARD));
  }

  private static <T> Sighting unknown(SlackReply<T> reply) {
    return switch (reply) {
      case SlackReply.No<T> no -> new Sighting.Unknown("Slack refused: " + no.error());
      case SlackReply.TooFast<T> fast -> new Sighting.Unknown("Slack asks to slow down");
      case SlackReply.NotReached<T> none -> new Sighting.Unknown(none.reason());
      case SlackReply.Unclear<T> unclear -> new Sighting.Unknown(unclear.reason());
      case SlackReply.Yes<T> yes -> throw new IllegalArgumentException("not unknown: " + yes);
    };
  }
}
