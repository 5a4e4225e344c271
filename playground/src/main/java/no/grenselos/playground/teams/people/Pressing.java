package no.grenselos.playground.teams.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.card.CardAction;
import no.grenselos.playground.teams.card.FilledIn;
import no.grenselos.playground.teams.card.StrictCards;
import no.grenselos.playground.teams.delivery.ActivitySender;
import no.grenselos.playground.teams.delivery.Envelope;
import no.grenselos.playground.teams.tenant.Tenant;

/** People press the actions of cards, as they see them. */
final class Pressing {
  private static final String MESSAGE_ANSWER = "application/vnd.microsoft.activity.message";

  private final Tenant tenant;
  private final Envelope envelope;
  private final Told told;
  private final ActivitySender sender;
  private final DialogPlay dialogs;

  /** What is pressed: the action, on which card of the message, and what was filled in there. */
  private record Pressed(Sight sight, int index, CardAction action, FilledIn filled) {}

  Pressing(Tenant tenant, Envelope envelope, Told told, ActivitySender sender, DialogPlay dialogs) {
    this.tenant = tenant;
    this.envelope = envelope;
    this.told = told;
    this.sender = sender;
    this.dialogs = dialogs;
  }

  Outcome press(Press press) {
    Pressed pressed = tenant.atomically(() -> find(press));
    if (!pressed.filled().errors().isEmpty()) {
      return new Outcome.Incomplete(pressed.filled().errors());
    }
    CardAction action = pressed.action();
    return switch (action.type()) {
      case "Action.Execute" -> execute(pressed.sight(), pressed.index(), manual(pressed), "manual");
      case "Action.Submit" -> action.fetchesTask() ? fetch(pressed) : submit(pressed);
      case "Action.OpenUrl" -> new Outcome.Note(action.field("url"));
      default -> new Outcome.Done();
    };
  }

  /** Looks at a message: the card that asks for it is fetched anew for this person. */
  Outcome look(String who, String message) {
    Sight sight = tenant.atomically(() -> Sight.of(tenant, who, message));
    for (int i = 0; i < sight.attachments().size(); i++) {
      JsonNode refresh = sight.card(i).path("refresh");
      if (isDue(refresh, sight)) {
        ObjectNode action = refresh.path("action").deepCopy();
        return execute(sight, i, sendable(action, action.path("data")), "automatic");
      }
    }
    return new Outcome.Done();
  }

  /** For the people it names, else for everybody where they are 60 at most. */
  private boolean isDue(JsonNode refresh, Sight sight) {
    if (!refresh.isObject() || tenant.atomically(() -> tenant.hasOldClient(sight.person()))) {
      return false;
    }
    if (!refresh.has("userIds")) {
      return sight.where().members().size() <= StrictCards.MAX_REFRESHED;
    }
    for (JsonNode id : refresh.path("userIds")) {
      if (id.asText().equals(sight.person().teamsId())) {
        return true;
      }
    }
    return false;
  }

  private Pressed find(Press press) {
    Sight sight = Sight.of(tenant, press.who(), press.message());
    for (int i = 0; i < sight.attachments().size(); i++) {
      Optional<CardAction> action = CardAction.find(sight.card(i), press.action());
      if (action.isPresent()) {
        CardAction shown = asShown(sight, action.get());
        FilledIn filled = FilledIn.of(shown, press.inputs(), this::guid);
        return new Pressed(sight, i, shown, filled);
      }
    }
    throw new BadRequest("no action " + press.action() + " to be seen on " + press.message());
  }

  private CardAction asShown(Sight sight, CardAction action) {
    if (!action.isEnabled()) {
      throw new BadRequest(action.field("title") + " cannot be pressed");
    }
    if (!tenant.hasOldClient(sight.person())) {
      return action;
    }
    return action
        .onOldClient()
        .orElseThrow(() -> new BadRequest("an old client does not show " + action.field("title")));
  }

  private String guid(String who) {
    return tenant.person(who).aadObjectId();
  }

  private static ObjectNode manual(Pressed pressed) {
    JsonNode action = pressed.action().json();
    return sendable(action, pressed.filled().mergedWith(action.path("data")));
  }

  private static ObjectNode sendable(JsonNode action, JsonNode data) {
    ObjectNode sent = Json.object();
    for (String field : List.of("type", "id", "title", "verb")) {
      if (action.has(field)) {
        sent.set(field, action.path(field));
      }
    }
    return sent.set("data", data.isMissingNode() ? Json.object() : data);
  }

  private Outcome execute(Sight sight, int index, ObjectNode action, String trigger) {
    ObjectNode value = Json.object().put("trigger", trigger);
    value.set("action", action);
    ObjectNode invoke = tenant.atomically(() -> invoke("adaptiveCard/action", sight, value));
    return told.tell(sight.person(), invoke, body -> answered(sight, index, invoke, body));
  }

  private Outcome answered(Sight sight, int index, ObjectNode invoke, JsonNode body) {
    int status = body.path("statusCode").asInt();
    JsonNode value = body.path("value");
    String type = body.path("type").asText();
    if (status >= 400) {
      return told.trouble(
          sight.person(), "the bot answers " + status + ": " + value.path("message").asText());
    }
    if (status == 200 && type.equals(StrictCards.CONTENT_TYPE)) {
      List<Fault> faults = StrictCards.in(value);
      return faults.isEmpty()
          ? show(sight, index, value)
          : told.refuse(sight.person(), invoke, body, faults);
    }
    if (status == 200 && type.equals(MESSAGE_ANSWER) && value.isTextual()) {
      return told.note(sight.person(), value.textValue());
    }
    Fault fault = new Fault("", "statusCode " + status + " with the type " + type);
    return told.refuse(sight.person(), invoke, body, List.of(fault));
  }

  private Outcome show(Sight sight, int index, JsonNode card) {
    if (tenant.messages().find(sight.id()).isPresent()) {
      Sight now = Sight.of(tenant, sight.person().aadObjectId(), sight.id());
      tenant
          .messages()
          .views()
          .show(sight.person().aadObjectId(), sight.id(), now.attachments(), index, card);
    }
    return new Outcome.Done();
  }

  private Outcome fetch(Pressed pressed) {
    JsonNode data = pressed.filled().mergedWith(pressed.action().json().path("data"));
    return dialogs.fetch(pressed.sight(), data);
  }

  private Outcome submit(Pressed pressed) {
    Sight sight = pressed.sight();
    JsonNode data = pressed.filled().mergedWith(pressed.action().json().path("data"));
    tenant.alone(() -> {
      ObjectNode activity =
          envelope.activity("message", sight.person(), sight.where(), sight.root());
      activity.put("id", tenant.ids().message()).put("replyToId", sight.id());
      activity.set("value", data);
      if (tenant.places().botHears(sight.where())) {
        sender.send(activity);
      }
    });
    return new Outcome.Done();
  }

  private ObjectNode invoke(String name, Sight sight, JsonNode value) {
    return envelope
        .invoke(name, sight.person(), sight.where(), sight.root(), value)
        .put("replyToId", sight.id());
  }
}
