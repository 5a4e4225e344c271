package no.grenselos.playground.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import no.grenselos.playground.shape.Place;
import no.grenselos.playground.shape.Rule;
import no.grenselos.playground.shape.Shape;

/** Entities that name a person; Teams pings nobody where the text is not said as well. */
final class Mentions {
  static final Rule SHAPE =
      Rule.byType(
          List.of(
              Values.withProperties(Shape.of("mention"))
                  .withoutNulls()
                  .must("text", Rule.form("<at>.+</at>", "<at>name</at>"))
                  .must(
                      "mentioned",
                      Shape.of("")
                          .must("id", Values.name())
                          .must("name", Values.name())
                          .may("aadObjectId", Values.name())
                          .may("role", Values.name()))));

  private Mentions() {}

  /** The text of each mention must stand in the text of the message. */
  static void checkSaid(JsonNode entities, String said, Place place) {
    for (JsonNode entity : entities) {
      String text = entity.path("text").asText();
      if (entity.path("type").asText().equals("mention") && !said.contains(text)) {
        place.refuse("the text does not say " + text);
      }
    }
  }
}
