package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.HouseWork;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.Press;
import no.grenselos.chat.TicketAction;
import no.grenselos.web.HttpAnswer;

/**
 * Reactions on cards: the same as their buttons; taking one away takes it back. Teams tells a bot
 * of reactions on its own messages only.
 */
final class TeamsReactions implements TeamsEar {
  private final Map<String, Press> meanings;
  private final ChatContext context;
  private final HouseWork work;

  TeamsReactions(Map<String, Press> meanings, ChatContext context, HouseWork work) {
    this.meanings = meanings;
    this.context = context;
    this.work = work;
  }

  @Override
  public Optional<HttpAnswer> hear(TeamsCall call) {
    if (!call.type().equals("messageReaction")) return Optional.empty();
    Optional<MessageRef> message = call.message();
    boolean kept =
        message.isEmpty()
            || (all(call, message.get(), "reactionsAdded", true)
                && all(call, message.get(), "reactionsRemoved", false));
    // Teams comes again with what we could not keep
    return Optional.of(kept ? TeamsAnswers.heard() : HttpAnswer.empty(503));
  }

  private boolean all(TeamsCall call, MessageRef message, String key, boolean added) {
    for (JsonNode reaction : call.json().path(key)) {
      String type = TeamsCall.text(reaction, "type").toLowerCase(Locale.ROOT);
      Press press = meanings.get(type);
      if (press != null && !kept(call, message, type, press, added)) return false;
    }
    return true;
  }

  private boolean kept(
      TeamsCall call, MessageRef message, String type, Press press, boolean added) {
    ChatAction action = press.action().orElseThrow();
    ChatEvent event =
        new ChatEvent(
            call.id("reaction") + ":" + type + (added ? ":on" : ":off"),
            call.who(),
            new ChatEvent.On.Message(message),
            added ? action : new TicketAction.TakeBack(press),
            context.clock().instant());
    return work.attempt("reaction", () -> context.listener().happened(event), () -> {})
        == HouseWork.Ended.DONE;
  }
}
