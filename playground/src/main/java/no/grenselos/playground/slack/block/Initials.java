package no.grenselos.playground.slack.block;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.grenselos.playground.shape.Rule;

/**
 * What an element holds at first must be something it offers: Slack refuses an initial option that
 * is not exactly among the options, and a first text that is longer than the field (docs.slack.dev,
 * block elements).
 */
final class Initials {
  private Initials() {}

  /** An initial option, or each of several, stands in the same words among the options. */
  static Rule offered(String field) {
    return (element, place) -> {
      JsonNode initial = element.path(field);
      List<JsonNode> known = options(element);
      Iterable<JsonNode> each = initial.isArray() ? initial : List.of(initial);
      for (JsonNode one : each) {
        if (one.isObject() && !known.contains(one)) {
          place.child(field).refuse("must be found within `options` or `option_groups`");
        }
      }
    };
  }

  /** Either plain options or groups of them. */
  static Rule eitherOptionsOrGroups() {
    return (element, place) -> {
      if (element.has("options") && element.has("option_groups")) {
        place.refuse("must define either `options` or `option_groups`, not both");
      }
    };
  }

  /** No more is chosen than may be. */
  static Rule atMostSelected(String field) {
    return (element, place) -> {
      int most = element.path("max_selected_items").asInt(Integer.MAX_VALUE);
      if (element.path(field).size() > most) {
        place.child(field).refuse("no more than " + most + " items allowed");
      }
    };
  }

  /** The first text fits the field, and the field's own bounds fit each other. */
  static Rule fitting() {
    return (element, place) -> {
      int min = element.path("min_length").asInt(0);
      int max = element.path("max_length").asInt(3_000);
      if (min > max) {
        place.child("min_length").refuse("must be less than or equal to max_length");
      }
      if (element.path("initial_value").asText().length() > max) {
        place.child("initial_value").refuse("must be less than " + (max + 1) + " characters");
      }
    };
  }

  private static List<JsonNode> options(JsonNode element) {
    List<JsonNode> all = new ArrayList<>();
    element.path("options").forEach(all::add);
    element.path("option_groups").forEach(group -> group.path("options").forEach(all::add));
    return all;
  }
}
