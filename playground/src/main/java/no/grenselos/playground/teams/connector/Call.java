package no.grenselos.playground.teams.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.http.Context;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.teams.tenant.Address;
import no.grenselos.playground.teams.tenant.TeamsRefusal;

/**
 * One call of the connector.
 *
 * @param verb for the record: "send", "edit", "members"
 * @param address of the conversation; empty where the call is about none
 * @param raw the body as it came
 */
record Call(Context ctx, String verb, Address address, String raw) {
  static Call of(Context ctx, String verb) {
    String id = ctx.pathParamMap().getOrDefault("conversation", "");
    return new Call(ctx, verb, Address.of(id), ctx.body());
  }

  /** A part of the path, decoded. */
  String part(String name) {
    return ctx.pathParam(name);
  }

  String query(String name) {
    String value = ctx.queryParam(name);
    return value == null ? "" : value;
  }

  /** The body; refused where it is no JSON object. */
  JsonNode body() {
    try {
      JsonNode body = Json.parse(raw);
      if (body.isObject()) {
        return body;
      }
    } catch (BadRequest e) {
      throw TeamsRefusal.badSyntax(String.valueOf(e.getMessage()));
    }
    throw TeamsRefusal.badSyntax("The body must be a JSON object");
  }

  /** The body for the record, missing where there is none to read. */
  JsonNode recorded() {
    try {
      return raw.isBlank() ? MissingNode.getInstance() : Json.parse(raw);
    } catch (BadRequest e) {
      return Json.object().textNode(raw);
    }
  }
}
