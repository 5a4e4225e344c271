package no.grenselos.playground.teams.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.delivery.BotAnswer;
import no.grenselos.playground.teams.delivery.BotLine;
import no.grenselos.playground.teams.tenant.Asked;
import no.grenselos.playground.teams.tenant.TeamsPerson;
import no.grenselos.playground.teams.tenant.Tenant;

/** Tells the bot of what a person did, once; and tells the person when that came to nothing. */
final class Told {
  private final Tenant tenant;
  private final BotLine line;

  Told(Tenant tenant, BotLine line) {
    this.tenant = tenant;
    this.line = line;
  }

  /**
   * Sends an invoke, and lets its answer be read. Must not be called inside the tenant's lock: the
   * bot calls back before it answers.
   *
   * @param read the body, missing where it is empty; called inside the lock
   */
  Outcome tell(TeamsPerson person, ObjectNode invoke, Function<JsonNode, Outcome> read) {
    BotAnswer answer = send(invoke);
    return tenant.atomically(() ->
        switch (answer) {
          case BotAnswer.Taken(int status, String body) -> read(person, invoke, body, read);
          case BotAnswer.NotTaken(String reason, int status) ->
              trouble(person, about(invoke) + " did not reach the bot: " + reason + " " + status);
        });
  }

  /** Sends an invoke and gives the bare answer. */
  BotAnswer send(ObjectNode activity) {
    try {
      return line.send(activity);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new BotAnswer.NotTaken("interrupted", 0);
    }
  }

  BotAnswer sendRaw(String body, String serviceUrl) {
    try {
      return line.sendRaw(body, serviceUrl);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new BotAnswer.NotTaken("interrupted", 0);
    }
  }

  /** Inside the lock. */
  Outcome trouble(TeamsPerson person, String text) {
    tenant.signs().trouble(person.aadObjectId(), text.strip());
    return new Outcome.Trouble(text.strip());
  }

  /** Inside the lock. */
  Outcome note(TeamsPerson person, String text) {
    tenant.signs().note(person.aadObjectId(), text);
    return new Outcome.Note(text);
  }

  /** The bot's answer is wrong: written down as a refusal, and shown as trouble. */
  Outcome refuse(TeamsPerson person, ObjectNode invoke, JsonNode body, List<Fault> faults) {
    String reason = faults.stream().map(Fault::line).collect(Collectors.joining("; "));
    String conversation = invoke.path("conversation").path("id").asText();
    tenant.record(
        new Asked(
            about(invoke), conversation, body, 400, "BadArgument", reason, tenant.ids().now()));
    return trouble(person, "the answer to " + about(invoke) + " is refused: " + reason);
  }

  private Outcome read(
      TeamsPerson person, ObjectNode invoke, String body, Function<JsonNode, Outcome> read) {
    JsonNode answer;
    try {
      answer = Json.parse(body);
    } catch (BadRequest e) {
      Fault fault = new Fault("", String.valueOf(e.getMessage()));
      return refuse(person, invoke, Json.object().textNode(body), List.of(fault));
    }
    return read.apply(answer);
  }

  private static String about(ObjectNode invoke) {
    return invoke.path("name").asText();
  }
}
