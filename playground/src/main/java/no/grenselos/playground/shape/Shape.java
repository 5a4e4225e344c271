package no.grenselos.playground.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fields an object must and may have; any other field is refused. Built once, then only read.
 */
public final class Shape implements Rule {
  private final String type;
  private final Map<String, Rule> fields = new HashMap<>();
  private final Set<String> needed = new HashSet<>();
  private final List<Rule> wholes = new ArrayList<>();
  private boolean refusesNull;

  private Shape(String type) {
    this.type = type;
  }

  /** An object with that {@code type}; an empty name for objects that have no type. */
  public static Shape of(String type) {
    Shape shape = new Shape(type);
    if (!type.isEmpty()) {
      shape.fields.put("type", Rule.oneOf(type));
    }
    return shape;
  }

  /** A field that is null is refused; else it is taken as one that is not there, as Slack does. */
  public Shape withoutNulls() {
    refusesNull = true;
    return this;
  }

  public Shape must(String field, Rule rule) {
    needed.add(field);
    return may(field, rule);
  }

  public Shape may(String field, Rule rule) {
    fields.put(field, rule);
    return this;
  }

  /** At least one of the fields, each of which is described elsewhere. */
  public Shape mustHaveOneOf(String... names) {
    wholes.add((value, place) -> {
      if (Set.of(names).stream().noneMatch(value::has)) {
        place.refuse("must define either `" + String.join("` or `", names) + "`");
      }
    });
    return this;
  }

  /** A rule about several fields together, checked last. */
  public Shape also(Rule rule) {
    wholes.add(rule);
    return this;
  }

  static Map<String, Shape> byName(List<Shape> shapes) {
    return shapes.stream().collect(Collectors.toMap(shape -> shape.type, Function.identity()));
  }

  @Override
  public void check(JsonNode value, Place place) {
    if (!value.isObject()) {
      place.refuse("must provide an object");
      return;
    }
    for (String name : needed) {
      if (!value.hasNonNull(name)) {
        place.refuse("missing required field: " + name);
      }
    }
    for (var field : value.properties()) {
      Rule rule = fields.get(field.getKey());
      if (rule == null) {
        place.refuse("invalid additional property: " + field.getKey());
      } else if (refusesNull || !field.getValue().isNull()) {
        rule.check(field.getValue(), place.child(field.getKey()));
      }
    }
    wholes.forEach(rule -> rule.check(value, place));
  }
}
