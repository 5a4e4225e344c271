package no.grenselos.playground.teams.card;

import java.util.regex.Pattern;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/** Plain values that many elements share. */
final class Values {
  private static final Pattern REFERENCE = Pattern.compile("[^\\s<>\"{}|\\\\^`]+");

  private Values() {}

  static Rule text() {
    return Rule.string(0, Integer.MAX_VALUE - 1);
  }

  static Rule name() {
    return Rule.string(1, Integer.MAX_VALUE - 1);
  }

  /** An address or {@code data:} URI. */
  static Rule address() {
    return (value, place) -> {
      if (!value.isTextual() || !REFERENCE.matcher(value.textValue()).matches()) {
        place.refuse("must be an address");
      }
    };
  }

  static Rule pixels() {
    return Rule.form("\\d{1,4}px", "50px");
  }

  static Rule anyObject() {
    return (value, place) -> {
      if (!value.isObject()) {
        place.refuse("must provide an object");
      }
    };
  }

  /** What the Bot Framework SDK for Java writes beside the fields it knows; Teams looks at none. */
  static Shape withProperties(Shape shape) {
    return shape.may("properties", Shape.of(""));
  }

  /** Either of two rules; what is wrong is told in the words of the second. */
  static Rule textOr(Rule whenText, Rule other) {
    return (value, place) -> (value.isTextual() ? whenText : other).check(value, place);
  }

  static Rule spacing() {
    return Rule.oneOf("default", "none", "small", "medium", "large", "extraLarge", "padding");
  }

  static Rule horizontal() {
    return Rule.oneOf("left", "center", "right");
  }

  static Rule vertical() {
    return Rule.oneOf("top", "center", "bottom");
  }

  static Rule containerStyle() {
    return Rule.oneOf("default", "emphasis", "good", "attention", "warning", "accent");
  }

  /** Font, size, weight and colour, alike in blocks and runs of text. */
  static Shape lettered(Shape shape) {
    return shape
        .may(
            "color",
            Rule.oneOf("default", "dark", "light", "accent", "good", "warning", "attention"))
        .may("fontType", Rule.oneOf("default", "monospace"))
        .may("isSubtle", Rule.flag())
        .may("size", Rule.oneOf("default", "small", "medium", "large", "extraLarge"))
        .may("weight", Rule.oneOf("default", "lighter", "bolder"));
  }
}
