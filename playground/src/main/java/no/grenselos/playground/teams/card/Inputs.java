package no.grenselos.playground.teams.card;

import java.util.List;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/** What people fill in. */
final class Inputs {
  private static final Rule DATE = Rule.form("\\d{4}-\\d{2}-\\d{2}", "2026-11-23");
  private static final Rule TIME = Rule.form("\\d{2}:\\d{2}", "09:30");

  private Inputs() {}

  static List<Shape> all() {
    return List.of(
        text(),
        choiceSet(),
        timed("Input.Date", DATE),
        timed("Input.Time", TIME),
        number(),
        toggle());
  }

  private static Shape text() {
    return input("Input.Text")
        .may("isMultiline", Rule.flag())
        .may("maxLength", Rule.number())
        .may("placeholder", Values.text())
        .may("regex", Values.text())
        .may("style", Rule.oneOf("text", "tel", "url", "email", "password"))
        .may("inlineAction", Actions.ON_SELECT)
        .may("value", Values.text());
  }

  private static Shape choiceSet() {
    Shape choice =
        Shape.of("")
            .withoutNulls()
            .may("type", Rule.oneOf("Input.Choice"))
            .must("title", Values.text())
            .must("value", Rule.form("[^,]+", "a value without a comma"));
    return input("Input.ChoiceSet")
        .may("choices", Rule.list(0, Integer.MAX_VALUE, choice))
        .may("choices.data", Rule.byType(List.of(directory())))
        .may("isMultiSelect", Rule.flag())
        .may("style", Rule.oneOf("compact", "expanded", "filtered"))
        .may("value", Values.text())
        .may("placeholder", Values.text())
        .may("wrap", Rule.flag())
        .mustHaveOneOf("choices", "choices.data");
  }

  /** Teams' own: people are picked from the directory (learn.microsoft.com, people picker). */
  private static Shape directory() {
    return Shape.of("Data.Query")
        .withoutNulls()
        .must("dataset", Rule.oneOf("graph.microsoft.com/users"));
  }

  private static Shape timed(String type, Rule form) {
    return input(type)
        .may("max", form)
        .may("min", form)
        .may("placeholder", Values.text())
        .may("value", form);
  }

  private static Shape number() {
    return input("Input.Number")
        .may("max", Rule.number())
        .may("min", Rule.number())
        .may("placeholder", Values.text())
        .may("value", Rule.number());
  }

  private static Shape toggle() {
    return input("Input.Toggle")
        .must("title", Values.text())
        .may("value", Values.text())
        .may("valueOff", Values.text())
        .may("valueOn", Values.text())
        .may("wrap", Rule.flag());
  }

  private static Shape input(String type) {
    return Elements.element(type)
        .must("id", Values.name())
        .may("errorMessage", Values.text())
        .may("isRequired", Rule.flag())
        .may("label", Values.text());
  }
}
