package no.grenselos.playground.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a value must be. Lengths are in UTF-16 units, which is never shorter than the platforms
 * count.
 */
@FunctionalInterface
public interface Rule {
  void check(JsonNode value, Place place);

  static Rule flag() {
    return (value, place) -> {
      if (!value.isBoolean()) {
        place.refuse("must provide a boolean");
      }
    };
  }

  /** A rule that is made when it is first needed: for shapes that hold each other. */
  static Rule later(Supplier<Rule> rule) {
    return (value, place) -> rule.get().check(value, place);
  }

  static Rule number() {
    return (value, place) -> {
      if (!value.isNumber()) {
        place.refuse("must provide a number");
      }
    };
  }

  static Rule whole(int min, int max) {
    return (value, place) -> {
      if (!value.isInt()) {
        place.refuse("must provide an integer");
      } else if (value.asInt() < min || value.asInt() > max) {
        place.refuse("must be from " + min + " to " + max);
      }
    };
  }

  static Rule string(int min, int max) {
    return (value, place) -> {
      if (!value.isTextual()) {
        place.refuse("must provide a string");
      } else if (value.textValue().length() < min) {
        place.refuse("must be more than " + (min - 1) + " characters");
      } else if (value.textValue().length() > max) {
        place.refuse("must be less than " + (max + 1) + " characters");
      }
    };
  }

  /** A text of that form, for example a date. */
  static Rule form(String regex, String example) {
    Pattern pattern = Pattern.compile(regex);
    return (value, place) -> {
      if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
        place.refuse("must be of the form " + example);
      }
    };
  }

  static Rule oneOf(String... allowed) {
    Set<String> values = Set.of(allowed);
    return (value, place) -> {
      if (!values.contains(value.asText())) {
        place.refuse("must be a valid enum value");
      }
    };
  }

  /** An absolute address, at most 3,000 characters (docs.slack.dev, button element). */
  static Rule url() {
    return (value, place) -> {
      int before = place.faults().size();
      string(1, 3_000).check(value, place);
      if (place.faults().size() == before && !isAbsolute(value.textValue())) {
        place.refuse("must be a valid URL");
      }
    };
  }

  private static boolean isAbsolute(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static Rule list(int min, int max, Rule each) {
    return (value, place) -> {
      if (!value.isArray()) {
        place.refuse("must provide an array");
        return;
      }
      if (value.size() > max) {
        place.refuse("no more than " + max + " items allowed");
      }
      if (value.size() < min) {
        place.refuse("no fewer than " + min + " items allowed");
      }
      for (int i = 0; i < value.size(); i++) {
        each.check(value.get(i), place.child(i));
      }
    };
  }

  /** One of several shapes, told apart by their {@code type}. */
  static Rule byType(List<Shape> shapes) {
    Map<String, Shape> byName = Shape.byName(shapes);
    return (value, place) -> {
      Shape shape = byName.get(value.path("type").asText());
      if (!value.isObject()) {
        place.refuse("must provide an object");
      } else if (!value.path("type").isTextual()) {
        place.refuse("missing required field: type");
      } else if (shape == null) {
        place.child("type").refuse("unsupported type: " + value.path("type").asText());
      } else {
        shape.check(value, place);
      }
    };
  }
}
