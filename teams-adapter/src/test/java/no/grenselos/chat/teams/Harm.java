package no.grenselos.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in a card whatever Teams would interpret, hide or let run into its surroundings. */
final class Harm {
  /** Bold, italic, lists, links, tags, entities, and addresses that link themselves. */
  private static final Pattern MARKDOWN =
      Pattern.compile(
          "[*_`~\\[\\]<>\\\\]|&#?\\w+;|://|^[\u2068]?(?:[-+#]|\\d{1,9}[.)])", Pattern.MULTILINE);

  /** What is done to words in any element: dates, mentions. */
  private static final Pattern FUNCTION = Pattern.compile("\\{\\{|(?i:</?at\\b)");

  private static final Set<String> SHOWN =
      Set.of(
          "text",
          "title",
          "altText",
          "label",
          "errorMessage",
          "placeholder",
          "speak",
          "fallbackText");

  private Harm() {}

  static List<String> in(JsonNode card) {
    List<String> harm = new ArrayList<>();
    walk(card, harm);
    return harm;
  }

  private static void walk(JsonNode node, List<String> harm) {
    boolean markdown = node.path("type").asText().equals("TextBlock");
    if (node.has("entities")) harm.add("alerts: " + node);
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String key = member.getKey();
      JsonNode value = member.getValue();
      if (value.isTextual()) {
        String words = value.textValue();
        if (SHOWN.contains(key)) hidden(words, harm);
        if (SHOWN.contains(key) && FUNCTION.matcher(words).find()) harm.add("does: " + words);
        if ((markdown && key.equals("text")) || key.equals("fallbackText")) {
          if (MARKDOWN.matcher(words).find()) harm.add("interprets: " + words);
        }
        if (key.equals("speak") && words.contains("<")) harm.add("speaks: " + words);
        if (key.equals("url")) address(words, harm);
      }
    }
    // data is not shown
    if (node.isArray()) node.forEach(child -> walk(child, harm));
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!member.getKey().equals("data")) walk(member.getValue(), harm);
    }
  }

  private static void address(String url, List<String> harm) {
    if (url.matches("data:image/png;base64,[A-Za-z0-9+/]+=*")) return;
    URI to = URI.create(url);
    boolean web = Set.of("http", "https").contains(to.getScheme());
    if (!web || to.getUserInfo() != null) harm.add("leads astray: " + url);
  }

  private static void hidden(String text, List<String> harm) {
    int open = 0;
    int[] points = text.codePoints().toArray();
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
    if (open != 0) harm.add("runs over: " + text);
  }
}
