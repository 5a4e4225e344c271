package no.grenselos.chat.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.ReactionAddedEvent;
import com.slack.api.model.event.ReactionRemovedEvent;
import java.time.Clock;
import java.util.Map;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.HouseWork;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import org.jspecify.annotations.Nullable;

/** Reactions on cards: the same as their buttons; taking one away takes it back. */
final class SlackEmoji implements SlackEar {
  private final Map<String, Press> meanings;
  private final ChatListener listener;
  private final Clock clock;
  private final SlackPeople people;
  private final HouseWork work;

  SlackEmoji(Map<String, Press> meanings, ChatContext context, SlackPeople people, HouseWork work) {
    this.meanings = meanings;
    this.listener = context.listener();
    this.clock = context.clock();
    this.people = people;
    this.work = work;
  }

  /** A reaction, whether put on or taken away. */
  private record Reaction(
      String user, String emoji, @Nullable String onMessageOf, MessageRef message, boolean added) {}

  @Override
  public void listen(App app) {
    app.event(ReactionAddedEvent.class, this::added)
        .event(ReactionRemovedEvent.class, this::removed);
  }

  private Response added(EventsApiPayload<ReactionAddedEvent> payload, EventContext context)
      throws SlackComeAgain {
    ReactionAddedEvent event = payload.getEvent();
    if (!"message".equals(event.getItem().getType())) return context.ack();
    MessageRef message = SlackPort.ref(event.getItem().getChannel(), event.getItem().getTs());
    var reaction =
        new Reaction(event.getUser(), event.getReaction(), event.getItemUser(), message, true);
    return happened(payload.getEventId(), reaction, context);
  }

  private Response removed(EventsApiPayload<ReactionRemovedEvent> payload, EventContext context)
      throws SlackComeAgain {
    ReactionRemovedEvent event = payload.getEvent();
    if (!"message".equals(event.getItem().getType())) return context.ack();
    MessageRef message = SlackPort.ref(event.getItem().getChannel(), event.getItem().getTs());
    var reaction =
        new Reaction(event.getUser(), event.getReaction(), event.getItemUser(), message, false);
    return happened(payload.getEventId(), reaction, context);
  }

  private Response happened(String eventId, Reaction reaction, EventContext context)
      throws SlackComeAgain {
    Press press = meanings.get(withoutSkinTone(reaction.emoji()));
    if (press == null) return context.ack();
    HouseWork.Ended ended =
        work.attempt("reaction " + eventId, () -> tell(eventId, reaction, press), () -> {});
    // what still goes on is not stored for sure; if it was, its id is known when it comes again
    if (ended != HouseWork.Ended.DONE) throw new SlackComeAgain(eventId);
    return context.ack();
  }

  private void tell(String eventId, Reaction reaction, Press press) {
    if (!(people.bot() instanceof SlackReply.Yes<SlackPeople.Bot> us)) {
      throw new IllegalStateException("Slack does not say who we are; the event must come again");
    }
    String ourselves = us.answer().userId();
    if (reaction.user().equals(ourselves) || !ourselves.equals(reaction.onMessageOf())) return;
    ChatAction action = press.action().orElseThrow();
    listener.happened(
        new ChatEvent(
            "slack:event:" + eventId,
            people.user(reaction.user(), null),
            new ChatEvent.On.Message(reaction.message()),
            reaction.added() ? action : new TicketAction.TakeBack(press),
            clock.instant()));
  }

  private static String withoutSkinTone(String emoji) {
    int tone = emoji.indexOf("::");
    return tone < 0 ? emoji : emoji.substring(0, tone);
  }
}
