package no.grenselos.ruling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.grenselos.config.Node;

/**
 * A topic's entry as lines of a form, and back. Lists are one text each; one that a form cannot
 * hold, or not part again as it was, is left alone.
 */
final class TopicText {
  static final String KEYWORDS = "keywords";
  static final String EXAMPLES = "examples";

  /** The languages in which it has a name here, with the field of each. */
  static final Map<String, String> NAMES = names();

  /** What stands in the entry itself. */
  static final List<String> OWN =
      Stream.concat(NAMES.keySet().stream(), Stream.of(KEYWORDS, EXAMPLES)).toList();

  /** In UTF-16 units; what a house's text field takes. */
  static final int LONGEST = 3_000;

  private TopicText() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("name-nb", "nb");
    names.put("name-en", "en");
    return names;
  }

  static String text(Node.Mapping topic, String key) {
    String language = NAMES.get(key);
    if (language == null) return String.join(between(key), list(topic, key));
    return topic.entries().get("name") instanceof Node.Mapping name ? name.text(language) : "";
  }

  private static String between(String list) {
    return list.equals(KEYWORDS) ? ", " : "\n";
  }

  private static List<String> list(Node.Mapping topic, String key) {
    return topic.entries().get(key) instanceof Node.Sequence list
        ? list.items().stream()
            .flatMap(one -> one instanceof Node.Scalar text ? Stream.of(text.text()) : Stream.of())
            .toList()
        : List.of();
  }

  /** Whether the form gives back what it shows. */
  static boolean fits(Node.Mapping topic, String key) {
    String shown = text(topic, key);
    return shown.length() <= LONGEST
        && (NAMES.containsKey(key) || parted(key, shown).equals(list(topic, key)));
  }

  private static List<String> parted(String list, String text) {
    return Stream.of(text.split(list.equals(KEYWORDS) ? "[,\\n]" : "\\n", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /** The same as a form asks for it: one text a field. */
  static Node.Mapping flat(Node.Mapping topic) {
    Map<String, Node> fields = new LinkedHashMap<>();
    OWN.forEach(key -> fields.put(key, new Node.Scalar(text(topic, key), topic.line())));
    return new Node.Mapping(fields, topic.line());
  }

  /** The entry with what is among the keys; all else stays as it was written. */
  static Node.Mapping filled(Node.Mapping before, String id, Map<String, String> keys) {
    Map<String, Node> after = new LinkedHashMap<>();
    after.put("id", new Node.Scalar(id, 0));
    after.putAll(before.entries());
    Map<String, Node> names =
        new LinkedHashMap<>(
            before.entries().get("name") instanceof Node.Mapping name ? name.entries() : Map.of());
    for (String key : OWN) {
      String said = keys.get(key);
      if (said == null || said.equals(text(before, key))) continue;
      if (NAMES.containsKey(key)) put(names, NAMES.get(key), new Node.Scalar(said, 0), said);
      else put(after, key, sequence(parted(key, said)), said);
    }
    if (!names.isEmpty()) after.put("name", new Node.Mapping(names, 0));
    return new Node.Mapping(after, before.line());
  }

  private static void put(Map<String, Node> entries, String key, Node value, String said) {
    if (said.isBlank()) entries.remove(key);
    else entries.put(key, value);
  }

  private static Node sequence(List<String> texts) {
    return new Node.Sequence(
        texts.stream().<Node>map(text -> new Node.Scalar(text, 0)).toList(), 0);
  }
}
