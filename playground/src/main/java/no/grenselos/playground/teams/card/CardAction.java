package no.grenselos.playground.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import no.grenselos.playground.stage.BadRequest;

/**
 * An action that a person can press, with the inputs it gathers.
 *
 * @param inputs of its card and the cards around it
 */
public record CardAction(JsonNode json, List<JsonNode> inputs) {
  private static final Pattern PLACE = Pattern.compile("#\\d{1,4}");

  public CardAction {
    inputs = List.copyOf(inputs);
  }

  /** All actions of the card, in the order people see them. */
  public static List<CardAction> in(JsonNode card) {
    return Walk.over(card).actions();
  }

  /**
   * The one that is meant, by id, else by verb, else by title; empty where there is none, {@link
   * BadRequest} where it is not clear. What is called like another is named by its place: "#0" is
   * the first.
   */
  public static Optional<CardAction> find(JsonNode card, String name) {
    List<CardAction> all = in(card);
    if (PLACE.matcher(name).matches()) {
      return all.stream().skip(Integer.parseInt(name.substring(1))).findFirst();
    }
    return one(all, action -> action.field("id").equals(name), name)
        .or(() -> one(all, action -> action.field("verb").equals(name), name))
        .or(() -> one(all, action -> action.field("title").equals(name), name));
  }

  /**
   * As a client from before Universal Actions shows it: the fallback of an {@code Action.Execute};
   * empty where there is none.
   */
  public Optional<CardAction> onOldClient() {
    if (!type().equals("Action.Execute")) {
      return Optional.of(this);
    }
    JsonNode fallback = json.path("fallback");
    return fallback.isObject() ? Optional.of(new CardAction(fallback, inputs)) : Optional.empty();
  }

  public String type() {
    return field("type");
  }

  public boolean isEnabled() {
    return json.path("isEnabled").asBoolean(true);
  }

  /** What the client fills in; {@code none} is said for an action that goes without. */
  public List<JsonNode> associated() {
    return field("associatedInputs").equals("none") ? List.of() : inputs;
  }

  /** Opens a dialog: {@code data.msteams.type} is {@code task/fetch}. */
  public boolean fetchesTask() {
    return json.path("data").path("msteams").path("type").asText().equals("task/fetch");
  }

  public String field(String name) {
    return json.path(name).asText();
  }

  private static Optional<CardAction> one(
      List<CardAction> all, Predicate<CardAction> fitting, String name) {
    List<CardAction> found = all.stream().filter(fitting).toList();
    if (found.size() > 1) {
      throw new BadRequest(found.size() + " actions called " + name + " to be seen");
    }
    return found.stream().findFirst();
  }
}
