package no.grenselos.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in blocks whatever Slack would interpret, hide or let run into its surroundings. */
final class Harm {
  /** Only a date, or a link with tame words, may be mrkdwn. */
  private static final Pattern MARK =
      Pattern.compile(
          "<!date\\^-?\\d+\\^\\{date_short_pretty} \\{time}\\|[0-9A-Z: +-]+>"
              + "|<https?://[^\\s<>|]+\\|[\\p{L}\\p{N} .-]+>");

  private static final Set<String> ALERTING = Set.of("user", "usergroup", "channel", "broadcast");
  private static final Set<String> TEXT_FIELDS =
      Set.of("text", "value", "url", "fallback", "alt_text");

  private Harm() {}

  static List<String> in(JsonNode blocks) {
    List<String> harm = new ArrayList<>();
    walk(blocks, harm);
    return harm;
  }

  private static void walk(JsonNode node, List<String> harm) {
    String type = node.path("type").asText();
    if (ALERTING.contains(type)) harm.add("alerts: " + node);
    if (type.equals("mrkdwn") && !MARK.matcher(node.path("text").asText()).matches()) {
      harm.add("interprets: " + node);
    }
    if (node.path("emoji").asBoolean()) harm.add("draws emoji: " + node);
    for (String field : TEXT_FIELDS) {
      if (node.path(field).isTextual()) text(node.path(field).textValue(), harm);
    }
    node.forEach(child -> walk(child, harm));
  }

  private static void text(String text, List<String> harm) {
    text.lines()
        .forEach(line -> {
          int open = 0;
          int[] points = line.codePoints().toArray();
          for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == 0x2068) open++;
            else if (point == 0x2069) open--;
            else if (point == 0x200D && i > 0 && i + 1 < points.length) {
              if (!Character.isExtendedPictographic(points[i + 1])) harm.add("hides: a joiner");
            } else if (Character.getType(point) == Character.FORMAT) {
              harm.add("hides: " + Integer.toHexString(point));
            }
          }
          if (open != 0) harm.add("runs over: " + line);
        });
  }
}
