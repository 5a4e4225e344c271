package no.grenselos.playground.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import no.grenselos.playground.shape.Place;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/** What people press. */
final class Actions {
  /**
   * More than this in sight, and Teams hides the rest (learn.microsoft.com, cards reference); those
   * of the secondary mode are in the bar's menu.
   */
  static final int MAX_IN_BAR = 6;

  private static final Rule FETCH =
      Shape.of("").withoutNulls().must("type", Rule.oneOf("task/fetch"));

  static final Rule ON_SELECT = Rule.later(Everything::onSelect);
  static final Rule BAR = Actions::checkBar;

  private static final Rule ALL = Rule.list(0, Integer.MAX_VALUE, Rule.later(Everything::inBar));

  private Actions() {}

  private static void checkBar(JsonNode actions, Place place) {
    ALL.check(actions, place);
    int inSight = 0;
    for (JsonNode action : actions) {
      if (!action.path("mode").asText().equals("secondary")) inSight++;
    }
    if (inSight > MAX_IN_BAR) place.refuse("no more than " + MAX_IN_BAR + " items allowed");
  }

  /** Made at the first check, as a fallback is an action, and a card that is shown has actions. */
  private static final class Everything {
    private static final Rule ON_SELECT = Rule.byType(simple());
    private static final Rule IN_BAR =
        Rule.byType(Stream.concat(simple().stream(), Stream.of(showCard())).toList());

    private static Rule onSelect() {
      return ON_SELECT;
    }

    private static Rule inBar() {
      return IN_BAR;
    }
  }

  private static List<Shape> simple() {
    return List.of(execute(), submit(), openUrl(), toggleVisibility());
  }

  /** Teams knows what to do by the verb alone, so that a press without one is for nobody. */
  static Shape execute() {
    return sending("Action.Execute").must("verb", Values.name());
  }

  private static Shape submit() {
    return sending("Action.Submit");
  }

  private static Shape sending(String type) {
    return action(type)
        .may("data", Actions::checkData)
        .may("associatedInputs", Rule.oneOf("auto", "none"));
  }

  private static void checkData(JsonNode data, Place place) {
    Values.anyObject().check(data, place);
    if (data.has("msteams")) {
      FETCH.check(data.path("msteams"), place.child("msteams"));
    }
  }

  private static Shape openUrl() {
    return action("Action.OpenUrl").must("url", Values.address());
  }

  private static Shape showCard() {
    return action("Action.ShowCard").must("card", Rule.later(StrictCards::inner));
  }

  private static Shape toggleVisibility() {
    Shape target =
        Shape.of("")
            .withoutNulls()
            .may("type", Rule.oneOf("TargetElement"))
            .must("elementId", Values.name())
            .may("isVisible", Rule.flag());
    return action("Action.ToggleVisibility")
        .must(
            "targetElements",
            Rule.list(0, Integer.MAX_VALUE, Values.textOr(Values.name(), target)));
  }

  private static Shape action(String type) {
    return Shape.of(type)
        .withoutNulls()
        .may("title", Values.text())
        .may("iconUrl", Values.address())
        .may("id", Values.name())
        .may("style", Rule.oneOf("default", "positive", "destructive"))
        .may("fallback", Values.textOr(Rule.oneOf("drop"), Rule.later(Everything::inBar)))
        .may("tooltip", Values.text())
        .may("isEnabled", Rule.flag())
        .may("mode", Rule.oneOf("primary", "secondary"));
  }
}
