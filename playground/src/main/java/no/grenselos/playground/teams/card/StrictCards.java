package no.grenselos.playground.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.playground.shape.Fault;
import no.grenselos.playground.shape.Place;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/**
 * Says what is wrong with an Adaptive Card, and where. It takes the part of version 1.5 that is
 * worth having and nothing the published schema refuses, but for two extensions of Teams' own: the
 * {@code msteams} object on the card and in an action's data, and the people picker. Beyond the
 * schema: at most 60 people to refresh for, at most six actions in sight a bar, a verb with every
 * {@code Action.Execute}, and no input id twice. Stateless; safe for many threads.
 */
public final class StrictCards {
  /** Adaptive Cards as an attachment. */
  public static final String CONTENT_TYPE = "application/vnd.microsoft.card.adaptive";

  /** More people than this in {@code refresh.userIds} are refused (learn.microsoft.com). */
  public static final int MAX_REFRESHED = 60;

  private static final Rule VERSION = Rule.form("1\\.[0-5]", "1.5");
  private static final Rule CARD = whole().must("version", VERSION);
  private static final Rule INNER = whole().may("version", VERSION);

  private StrictCards() {}

  /** Faults of the card; empty where Teams would show it. */
  public static List<Fault> in(JsonNode card) {
    List<Fault> faults = new ArrayList<>();
    check(card, new Place("", faults));
    return faults;
  }

  static void check(JsonNode card, Place place) {
    if (!card.path("type").isTextual()) {
      place.refuse("missing required field: type");
      return;
    }
    CARD.check(card, place);
    checkInputIds(card, place);
  }

  /** A card that another one shows. */
  static Rule inner() {
    return INNER;
  }

  private static Shape whole() {
    return Shape.of("AdaptiveCard")
        .withoutNulls()
        .may("$schema", Values.address())
        .may("refresh", refresh())
        .may("body", Rule.list(0, Integer.MAX_VALUE, Elements.ANY))
        .may("actions", Actions.BAR)
        .may("selectAction", Actions.ON_SELECT)
        .may("fallbackText", Values.text())
        .may("minHeight", Values.pixels())
        .may("rtl", Rule.flag())
        .may("speak", Values.text())
        .may("lang", Rule.form("[a-z]{2}(-[A-Za-z]{2,4})?", "nb"))
        .may("verticalContentAlignment", Values.vertical())
        .may("msteams", msteams());
  }

  private static Shape refresh() {
    Rule execute = Rule.byType(List.of(Actions.execute()));
    return Shape.of("")
        .withoutNulls()
        .may("type", Rule.oneOf("Refresh"))
        .must("action", execute)
        .may("userIds", Rule.list(0, MAX_REFRESHED, Rule.form("29:.+", "29:...")));
  }

  private static Shape msteams() {
    return Shape.of("")
        .withoutNulls()
        .may("width", Rule.oneOf("Full"))
        .may("entities", Rule.list(0, Integer.MAX_VALUE, Mentions.SHAPE));
  }

  private static void checkInputIds(JsonNode card, Place place) {
    Set<String> ids = new HashSet<>();
    for (JsonNode input : Walk.over(card).inputs()) {
      if (!ids.add(input.path("id").asText())) {
        place.refuse("two inputs have the id " + input.path("id").asText());
      }
    }
  }
}
