package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import no.grenselos.chat.Card;
import no.grenselos.chat.ChatAction;
import no.grenselos.chat.ChatContext;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.HouseWork;
import no.grenselos.chat.MessageRef;
import no.grenselos.chat.PlacementId;
import no.grenselos.web.HttpAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Buttons of cards and pages, and cards that ask for their newest state. A client that knows no
 * {@code Action.Execute} sends its fallback, as a message with a value.
 */
final class TeamsPresses implements TeamsEar {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsPresses.class);
  private static final String EXECUTE = "adaptiveCard/action";

  private final ChatContext context;
  private final TeamsConnector connector;
  private final TeamsHouse house;
  private final HouseWork work;
  private final TeamsSorry sorry;

  TeamsPresses(
      ChatContext context,
      TeamsConnector connector,
      TeamsHouse house,
      HouseWork work,
      TeamsSorry sorry) {
    this.context = context;
    this.connector = connector;
    this.house = house;
    this.work = work;
    this.sorry = sorry;
  }

  /** A button of ours, and what pressing it does. */
  private record Meant(TeamsPressed pressed, ChatAction action) {
    /** Empty for a button of which nothing is known, or that only opens something. */
    static Optional<Meant> by(JsonNode data) {
      return TeamsPressed.parse(data)
          .flatMap(pressed -> pressed.press().action().map(does -> new Meant(pressed, does)));
    }
  }

  @Override
  public Optional<HttpAnswer> hear(TeamsCall call) {
    if (call.type().equals("invoke") && call.name().equals(EXECUTE)) {
      return Optional.of(executed(call));
    }
    if (call.type().equals("message") && call.value().isObject()) {
      return Optional.of(submitted(call));
    }
    return Optional.empty();
  }

  private HttpAnswer executed(TeamsCall call) {
    JsonNode action = call.value().path("action");
    if (!action.isObject()) return HttpAnswer.empty(400);
    JsonNode data = action.path("data");
    if (!house.seal().fits(data, call.conversation(), "press", call)) {
      return TeamsAnswers.line(call.words().nothing());
    }
    if (TeamsCall.text(action, "verb").equals(TeamsPressed.REFRESH)) return refreshed(call, data);
    Optional<Meant> meant = Meant.by(data);
    if (meant.isEmpty()) return TeamsAnswers.line(call.words().nothing());
    return switch (kept(call, meant.get())) {
      case DONE -> TeamsAnswers.line(call.words().noted());
      // Teams tells whoever pressed that it failed, and sends it again
      case FAILED, STILL_GOING -> HttpAnswer.empty(503);
    };
  }

  private HttpAnswer submitted(TeamsCall call) {
    JsonNode data = call.value();
    boolean ours = house.seal().fits(data, call.conversation(), "press", call);
    Optional<Meant> meant = ours ? Meant.by(data) : Optional.empty();
    if (meant.isEmpty()) {
      sorry.say(call, call.words().nothing());
      return TeamsAnswers.heard();
    }
    return kept(call, meant.get()) == HouseWork.Ended.DONE
        ? TeamsAnswers.heard()
        : HttpAnswer.empty(503);
  }

  private HouseWork.Ended kept(TeamsCall call, Meant meant) {
    TeamsPressed pressed = meant.pressed();
    ChatEvent event =
        new ChatEvent(
            call.id("press"), call.who(), pressed.on(), meant.action(), context.clock().instant());
    PlacementId card = pressed.card();
    if (card != null) work.idly("look for a card sent twice", () -> once(call, card));
    return work.attempt(
        "press " + pressed.press() + " on " + pressed.on(),
        () -> context.listener().happened(event),
        () -> sorry.say(call, call.words().sorry()));
  }

  /**
   * A card whose sending was in doubt may have been sent twice; then we know of the second alone.
   * Whoever presses on the first has found it, and it goes.
   */
  private void once(TeamsCall call, PlacementId card) {
    Optional<MessageRef> ours = house.sent().find(card);
    Optional<MessageRef> pressed = call.message();
    if (ours.isEmpty() || pressed.isEmpty() || ours.equals(pressed)) return;
    if (!ours.get().channel().equals(pressed.get().channel())) return;
    TeamsReply<String> gone =
        connector.delete(call.service(), pressed.get().channel(), pressed.get().message());
    LOG.info("teams card sent twice card={} deleted={}", card, gone);
  }

  private HttpAnswer refreshed(TeamsCall call, JsonNode data) {
    Optional<PlacementId> card = TeamsPressed.refreshed(data);
    if (card.isEmpty()) return TeamsAnswers.line(call.words().nothing());
    Optional<ObjectNode> drawn = work.within(HouseWork.PATIENCE, () -> drawn(call, card.get()));
    return drawn.map(TeamsAnswers::card).orElseGet(() -> HttpAnswer.empty(503));
  }

  /** The card as they may see it; it goes on asking for its newest state. */
  private Optional<ObjectNode> drawn(TeamsCall call, PlacementId card) {
    Optional<Card> shown = context.listener().shown(card, call.who());
    TeamsView view = house.people().view(call);
    return shown.map(content -> {
      ObjectNode drawn =
          TeamsCard.draw(
              new ChatEvent.On.Card(card),
              content,
              view.refreshedFor(house.members().remembered(call.conversation())));
      return house.seal().on(drawn, call.conversation());
    });
  }
}
