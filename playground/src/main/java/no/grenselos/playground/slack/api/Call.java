package no.grenselos.playground.slack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import no.grenselos.playground.slack.workspace.SlackRefusal;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/** One call of a method; a form's fields are texts, a JSON body's fields are what they are. */
record Call(String method, ObjectNode arguments) {

  boolean has(String name) {
    return arguments.hasNonNull(name) && !arguments.path(name).asText("x").isEmpty();
  }

  /** A text that the method cannot do without. */
  String need(String name) {
    return text(name)
        .orElseThrow(() ->
            new SlackRefusal(
                "invalid_arguments",
                List.of("missing required field: " + name + " [json-pointer:/" + name + "]")));
  }

  Optional<String> text(String name) {
    return has(name) ? Optional.of(arguments.path(name).asText()) : Optional.empty();
  }

  boolean flag(String name) {
    String value = arguments.path(name).asText();
    return value.equals("true") || value.equals("1");
  }

  int number(String name, int fallback, int max) {
    Optional<String> given = text(name);
    if (given.isEmpty()) {
      return fallback;
    }
    if (!given.get().matches("\\d{1,6}") || given.get().equals("0")) {
      throw new SlackRefusal("invalid_limit");
    }
    return Math.min(max, Integer.parseInt(given.get()));
  }

  /** A JSON value, which a form carries as text; missing where it was not given. */
  JsonNode json(String name, String errorWhenBroken) {
    JsonNode value = arguments.path(name);
    if (!value.isTextual()) {
      return value;
    }
    try {
      return value.textValue().isEmpty()
          ? Json.object().path("none")
          : Json.parse(value.textValue());
    } catch (BadRequest e) {
      throw new SlackRefusal(errorWhenBroken, List.of(String.valueOf(e.getMessage())));
    }
  }
}
