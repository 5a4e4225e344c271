package no.grenselos.playground.teams.card;

import java.util.List;
import java.util.stream.Stream;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/**
 * What the body of a card may hold: the part of Adaptive Cards 1.5 worth having, never more than
 * the published schema (adaptivecards.io/schemas/1.5.0). Note that 1.5 knows {@code rtl} on cards
 * and columns only.
 */
final class Elements {
  /** Any element, also those that hold elements. */
  static final Rule ANY = Rule.later(Everything::any);

  private static final Rule MANY = Rule.list(0, Integer.MAX_VALUE, ANY);

  private Elements() {}

  /** Made at the first check, as shapes hold each other. */
  private static final class Everything {
    private static final Rule RULE =
        Rule.byType(Stream.concat(all().stream(), Inputs.all().stream()).toList());

    private static Rule any() {
      return RULE;
    }
  }

  private static List<Shape> all() {
    return List.of(
        textBlock(), richTextBlock(), container(), columnSet(), factSet(), image(), actionSet());
  }

  private static Shape textBlock() {
    return Values.lettered(element("TextBlock"))
        .must("text", Values.text())
        .may("horizontalAlignment", Values.horizontal())
        .may("maxLines", Rule.number())
        .may("wrap", Rule.flag())
        .may("style", Rule.oneOf("default", "heading"));
  }

  private static Shape richTextBlock() {
    Rule run = Rule.byType(List.of(textRun()));
    return element("RichTextBlock")
        .must("inlines", Rule.list(0, Integer.MAX_VALUE, Values.textOr(Values.text(), run)))
        .may("horizontalAlignment", Values.horizontal());
  }

  private static Shape textRun() {
    return Values.lettered(Shape.of("TextRun").withoutNulls())
        .must("text", Values.text())
        .may("highlight", Rule.flag())
        .may("italic", Rule.flag())
        .may("strikethrough", Rule.flag())
        .may("underline", Rule.flag())
        .may("selectAction", Actions.ON_SELECT);
  }

  private static Shape container() {
    return element("Container")
        .must("items", MANY)
        .may("selectAction", Actions.ON_SELECT)
        .may("style", Values.containerStyle())
        .may("verticalContentAlignment", Values.vertical())
        .may("bleed", Rule.flag())
        .may("minHeight", Values.pixels());
  }

  private static Shape columnSet() {
    return element("ColumnSet")
        .may("columns", Rule.list(0, Integer.MAX_VALUE, Rule.byType(List.of(column()))))
        .may("selectAction", Actions.ON_SELECT)
        .may("style", Values.containerStyle())
        .may("bleed", Rule.flag())
        .may("minHeight", Values.pixels())
        .may("horizontalAlignment", Values.horizontal());
  }

  private static Shape column() {
    Rule width =
        Values.textOr(Rule.form("auto|stretch|\\d{1,4}px", "auto, stretch or 50px"), Rule.number());
    return spaced(item(Shape.of("Column")))
        .may("items", MANY)
        .may("rtl", Rule.flag())
        .may("selectAction", Actions.ON_SELECT)
        .may("style", Values.containerStyle())
        .may("verticalContentAlignment", Values.vertical())
        .may("bleed", Rule.flag())
        .may("minHeight", Values.pixels())
        .may("width", width);
  }

  private static Shape factSet() {
    Shape fact =
        Shape.of("")
            .withoutNulls()
            .may("type", Rule.oneOf("Fact"))
            .must("title", Values.text())
            .must("value", Values.text());
    return element("FactSet").must("facts", Rule.list(0, Integer.MAX_VALUE, fact));
  }

  private static Shape image() {
    return element("Image")
        .must("url", Pictures.address())
        .may("altText", Values.text())
        .may("backgroundColor", Values.text())
        .may("height", Rule.form("auto|stretch|\\d{1,4}px", "auto, stretch or 50px"))
        .may("horizontalAlignment", Values.horizontal())
        .may("selectAction", Actions.ON_SELECT)
        .may("size", Rule.oneOf("auto", "stretch", "small", "medium", "large"))
        .may("style", Rule.oneOf("default", "person"))
        .may("width", Values.pixels());
  }

  private static Shape actionSet() {
    return element("ActionSet").must("actions", Actions.BAR);
  }

  /** Begins an element with the fields that all of them have. */
  static Shape element(String type) {
    return spaced(item(Shape.of(type)))
        .may("height", Rule.oneOf("auto", "stretch"))
        .may("fallback", Values.textOr(Rule.oneOf("drop"), ANY));
  }

  private static Shape spaced(Shape shape) {
    return shape.may("separator", Rule.flag()).may("spacing", Values.spacing());
  }

  private static Shape item(Shape shape) {
    return shape.withoutNulls().may("id", Values.name()).may("isVisible", Rule.flag());
  }
}
