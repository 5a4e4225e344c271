package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands in an open form's inputs. Teams replaces the whole form when it is drawn anew, so
 * what somebody typed must be drawn again; unless the core has other words for the input than when
 * it was drawn before. How those began is kept as a short mark in the buttons' data.
 *
 * @param boxes by field id
 */
record TeamsStanding(Map<String, Box> boxes) {
  /** A form that is not open yet. */
  static final TeamsStanding NOTHING = new TeamsStanding(Map.of());

  /** What is put before a field's id, so that no input meets a key of our own. */
  static final String FIELD = "f.";

  private static final String DRAWN = "drawn";

  TeamsStanding {
    boxes = Map.copyOf(boxes);
  }

  /**
   * One input.
   *
   * @param drawn the mark of what the core wanted there at first
   * @param typed what stands there now
   */
  record Box(String drawn, String typed) {}

  /** Reads what {@link #mark} wrote, with what came back. */
  static TeamsStanding in(JsonNode data) {
    Map<String, Box> boxes = new HashMap<>();
    data.path(DRAWN)
        .properties()
        .forEach(mark ->
            boxes.put(
                mark.getKey(),
                new Box(mark.getValue().asText(""), data.path(FIELD + mark.getKey()).asText(""))));
    return new TeamsStanding(boxes);
  }

  /**
   * What is to stand in the field.
   *
   * @param wanted what the core wants there at first
   */
  String value(String field, String wanted) {
    Box box = boxes.get(field);
    if (box == null) return wanted;
    // the core strips what it is told, and must not take a space away from under the cursor
    boolean same = wanted.strip().equals(box.typed().strip()) || mark(wanted).equals(box.drawn());
    return same ? box.typed() : wanted;
  }

  /** Notes how an input begins. */
  static void mark(ObjectNode data, String field, String wanted) {
    data.withObjectProperty(DRAWN).put(field, mark(wanted));
  }

  private static String mark(String words) {
    return Integer.toHexString(words.strip().hashCode());
  }
}
