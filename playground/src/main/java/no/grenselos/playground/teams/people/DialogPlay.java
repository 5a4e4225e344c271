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
import no.grenselos.playground.teams.card.StrictActivities;
import no.grenselos.playground.teams.delivery.Envelope;
import no.grenselos.playground.teams.tenant.Dialog;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.Tenant;

/**
 * People open dialogs from cards and from the menu of a message, fill them in and send them
 * (learn.microsoft.com, dialogs; message extensions with action commands).
 */
final class DialogPlay {
  private final Tenant tenant;
  private final Envelope envelope;
  private final Told told;

  /** A dialog with what is sent from it. */
  private record Sent(Dialog dialog, CardAction action, FilledIn filled) {}

  DialogPlay(Tenant tenant, Envelope envelope, Told told) {
    this.tenant = tenant;
    this.envelope = envelope;
    this.told = told;
  }

  /** A button of a card asks for a dialog. */
  Outcome fetch(Sight sight, JsonNode data) {
    ObjectNode value = Json.object();
    value.set("data", data);
    Dialog dialog = new Dialog(sight.person().aadObjectId(), sight.id(), "", Json.object());
    return open(sight, "task/fetch", value, dialog);
  }

  /** A command in the menu of a message asks for a dialog. */
  Outcome extension(String who, String message, String command) {
    Sight sight = tenant.atomically(() -> Sight.of(tenant, who, message));
    ObjectNode value = tenant.atomically(() -> commanded(sight, command));
    Dialog dialog = new Dialog(sight.person().aadObjectId(), message, command, Json.object());
    return open(sight, "composeExtension/fetchTask", value, dialog);
  }

  private Outcome open(Sight sight, String name, ObjectNode value, Dialog dialog) {
    value.putObject("context").put("theme", "default");
    ObjectNode invoke = tenant.atomically(() -> invoke(name, sight, value));
    return told.tell(
        sight.person(),
        invoke,
        body ->
            body.path("task").isObject()
                ? shown(sight.person(), invoke, body, dialog)
                : told.refuse(sight.person(), invoke, body, List.of(noTask())));
  }

  private ObjectNode commanded(Sight sight, String command) {
    ObjectNode value = Json.object().put("commandId", command).put("commandContext", "message");
    return value.set("messagePayload", MessagePayload.of(tenant, envelope, sight));
  }

  /**
   * Sends the open dialog.
   *
   * @param name of the action; empty where there is only one
   */
  Outcome submit(String who, String name, JsonNode inputs) {
    TeamsPerson person = tenant.atomically(() -> tenant.person(who));
    Sent sent = tenant.atomically(() -> filled(person, name, inputs));
    if (!sent.filled().errors().isEmpty()) {
      return new Outcome.Incomplete(sent.filled().errors());
    }
    ObjectNode invoke = tenant.atomically(() -> submitted(person, sent));
    return told.tell(person, invoke, body -> after(person, invoke, body, sent.dialog()));
  }

  void close(String who) {
    tenant.alone(() -> tenant.signs().close(tenant.person(who).aadObjectId()));
  }

  private Sent filled(TeamsPerson person, String name, JsonNode inputs) {
    Dialog dialog =
        tenant
            .signs()
            .dialog(person.aadObjectId())
            .orElseThrow(() -> new BadRequest(person.name() + " has no dialog open"));
    CardAction action = action(dialog, name);
    if (!action.type().equals("Action.Submit")) {
      throw new BadRequest("a dialog sends Action.Submit only, not " + action.type());
    }
    FilledIn filled = FilledIn.of(action, inputs, who -> tenant.person(who).aadObjectId());
    return new Sent(dialog, action, filled);
  }

  private static CardAction action(Dialog dialog, String name) {
    Optional<CardAction> meant =
        name.isEmpty()
            ? CardAction.in(dialog.card()).stream()
                .filter(action -> action.type().equals("Action.Submit"))
                .findFirst()
            : CardAction.find(dialog.card(), name);
    return meant.orElseThrow(() -> new BadRequest("no action " + name + " in the dialog"));
  }

  private ObjectNode submitted(TeamsPerson person, Sent sent) {
    Dialog dialog = sent.dialog();
    Sight sight = Sight.of(tenant, person.aadObjectId(), dialog.origin());
    ObjectNode value = dialog.isExtension() ? commanded(sight, dialog.command()) : Json.object();
    value.set("data", sent.filled().mergedWith(sent.action().json().path("data")));
    value.putObject("context").put("theme", "default");
    return invoke(
        dialog.isExtension() ? "composeExtension/submitAction" : "task/submit", sight, value);
  }

  private Outcome after(TeamsPerson person, ObjectNode invoke, JsonNode body, Dialog dialog) {
    if (body.path("task").isObject()) {
      return shown(person, invoke, body, dialog);
    }
    tenant.signs().close(person.aadObjectId());
    JsonNode extension = body.path("composeExtension");
    if (extension.path("type").asText().equals("message")) {
      return told.note(person, extension.path("text").asText());
    }
    return new Outcome.Done();
  }

  private Outcome shown(TeamsPerson person, ObjectNode invoke, JsonNode body, Dialog dialog) {
    JsonNode value = body.path("task").path("value");
    String type = body.path("task").path("type").asText();
    if (type.equals("message") && value.isTextual()) {
      tenant.signs().close(person.aadObjectId());
      return told.note(person, value.textValue());
    }
    if (!type.equals("continue")) {
      return told.refuse(person, invoke, body, List.of(noTask()));
    }
    List<Fault> faults = StrictActivities.inTask(value);
    if (!faults.isEmpty()) {
      return told.refuse(person, invoke, body, faults);
    }
    tenant.signs().open(dialog.task(value.deepCopy()));
    return new Outcome.Done();
  }

  private ObjectNode invoke(String name, Sight sight, JsonNode value) {
    return envelope
        .invoke(name, sight.person(), sight.where(), sight.root(), value)
        .put("replyToId", sight.id());
  }

  private static Fault noTask() {
    return new Fault("/task", "must be a dialog or a message");
  }
}
