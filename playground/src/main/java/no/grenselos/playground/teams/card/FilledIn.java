package no.grenselos.playground.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.grenselos.playground.stage.BadRequest;
import no.grenselos.playground.stage.Json;

/**
 * What a person filled in, as the client gathers and checks it before it sends anything.
 *
 * @param values by the id of the input; always texts. What was not chosen is not there
 * @param errors what is shown beside the inputs, by id; nothing is sent while there is one
 */
public record FilledIn(ObjectNode values, Map<String, String> errors) {
  private static final String USUAL_ERROR = "This is a required field.";

  /**
   * @param given by the id of the input; inputs that are not named keep their {@code value}
   * @param people finds the GUID of a person that was picked; throws {@link BadRequest}
   */
  public static FilledIn of(CardAction action, JsonNode given, UnaryOperator<String> people) {
    FilledIn filled = new FilledIn(Json.object(), new LinkedHashMap<>());
    List<JsonNode> inputs = action.associated();
    given
        .fieldNames()
        .forEachRemaining(id -> {
          if (inputs.stream().noneMatch(input -> input.path("id").asText().equals(id))) {
            throw new BadRequest("no input " + id + " to be seen");
          }
        });
    inputs.forEach(input -> filled.take(input, given, people));
    return filled;
  }

  /** The action's own data with what was filled in; what people write wins. */
  public ObjectNode mergedWith(JsonNode data) {
    ObjectNode merged = data.isObject() ? data.deepCopy() : Json.object();
    return merged.setAll(values);
  }

  private void take(JsonNode input, JsonNode given, UnaryOperator<String> people) {
    String id = input.path("id").asText();
    String value = given.has(id) ? given.path(id).asText() : initial(input);
    if (value.isEmpty()) {
      if (input.path("isRequired").asBoolean()) {
        complain(input, USUAL_ERROR);
      }
      if (!input.path("type").asText().equals("Input.ChoiceSet")) {
        values.put(id, "");
      }
      return;
    }
    values.put(id, checked(input, value, people));
  }

  private static String initial(JsonNode input) {
    String value = input.path("value").asText();
    boolean toggle = input.path("type").asText().equals("Input.Toggle");
    return toggle && value.isEmpty() ? input.path("valueOff").asText("false") : value;
  }

  private String checked(JsonNode input, String value, UnaryOperator<String> people) {
    return switch (input.path("type").asText()) {
      case "Input.ChoiceSet" -> choice(input, value, people);
      case "Input.Toggle" -> toggle(input, value);
      case "Input.Number" -> number(input, value);
      case "Input.Text" -> text(input, value);
      default -> value;
    };
  }

  private static String choice(JsonNode input, String value, UnaryOperator<String> people) {
    boolean several = input.path("isMultiSelect").asBoolean();
    Stream<String> chosen = several ? Stream.of(value.split(",")) : Stream.of(value);
    return String.join(",", chosen.map(one -> offered(input, one, people)).toList());
  }

  private static String offered(JsonNode input, String one, UnaryOperator<String> people) {
    for (JsonNode choice : input.path("choices")) {
      if (choice.path("value").asText().equals(one)) {
        return one;
      }
    }
    if (input.has("choices.data")) {
      return people.apply(one);
    }
    throw new BadRequest(input.path("id").asText() + " does not offer " + one);
  }

  private static String toggle(JsonNode input, String value) {
    String on = input.path("valueOn").asText("true");
    String off = input.path("valueOff").asText("false");
    if (!value.equals(on) && !value.equals(off)) {
      throw new BadRequest(input.path("id").asText() + " is " + on + " or " + off);
    }
    return value;
  }

  private String number(JsonNode input, String value) {
    if (!value.matches("-?\\d+(\\.\\d+)?")) {
      throw new BadRequest(input.path("id").asText() + " takes numbers, not " + value);
    }
    double number = Double.parseDouble(value);
    if (number < input.path("min").asDouble(-Double.MAX_VALUE)
        || number > input.path("max").asDouble(Double.MAX_VALUE)) {
      complain(input, "Enter another number.");
    }
    return value;
  }

  private String text(JsonNode input, String value) {
    String regex = input.path("regex").asText();
    if (!regex.isEmpty() && !Pattern.compile(regex).matcher(value).find()) {
      complain(input, "Enter it in another form.");
    }
    int most = input.path("maxLength").asInt(Integer.MAX_VALUE);
    // the client takes no more keys
    return value.length() > most ? value.substring(0, most) : value;
  }

  private void complain(JsonNode input, String usual) {
    errors.put(input.path("id").asText(), input.path("errorMessage").asText(usual));
  }
}
