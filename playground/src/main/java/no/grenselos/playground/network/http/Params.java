package no.grenselos.playground.network.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/** What a request asks for: from the query, a form or a JSON object, whichever it uses. */
record Params(Map<String, List<String>> values) {

  static Params of(Context ctx) {
    Map<String, List<String>> values = new HashMap<>(ctx.queryParamMap());
    if (ctx.isJson()) {
      json(ctx.body())
          .properties()
          .forEach(field -> values.put(field.getKey(), texts(field.getValue())));
    } else if (ctx.isFormUrlencoded() || ctx.isMultipartFormData()) {
      values.putAll(ctx.formParamMap());
    }
    return new Params(values);
  }

  private static JsonNode json(String body) {
    try {
      return Json.parse(body);
    } catch (BadRequest e) {
      throw new Refusal(400, "Error occurred while parsing request parameters");
    }
  }

  private static List<String> texts(JsonNode value) {
    if (!value.isArray()) {
      return value.isNull() ? List.of() : List.of(value.asText());
    }
    List<String> texts = new ArrayList<>();
    value.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  Optional<String> text(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(one -> !one.isEmpty()).findFirst();
  }

  /** A list, named as Rails does: {@code any[]=a&any[]=b}, or an array in JSON. */
  List<String> list(String name) {
    return values.getOrDefault(name + "[]", values.getOrDefault(name, List.of()));
  }

  boolean flag(String name) {
    return text(name).filter(one -> one.equals("true") || one.equals("1")).isPresent();
  }
}
