package no.grenselos.app.web.console.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.config.Node;

/** A team's people as lines of text: {@code Lene Aasmo, slack U0LENEAAS21}. */
final class MemberLines {
  private MemberLines() {}

  static String of(Node people) {
    if (!(people instanceof Node.Sequence list)) return "";
    return list.items().stream().map(MemberLines::line).collect(Collectors.joining("\n"));
  }

  private static String line(Node member) {
    if (!(member instanceof Node.Mapping mapping)) return "";
    List<String> parts = new ArrayList<>();
    mapping
        .entries()
        .forEach((key, value) -> {
          String text = value instanceof Node.Scalar scalar ? scalar.text() : "";
          if (key.equals("name")) parts.addFirst(text);
          else parts.add(key + " " + text);
        });
    return String.join(", ", parts);
  }

  /** What cannot be understood ends up in the name or as a key nobody knows, and is refused. */
  static List<Node> read(String text) {
    return text.lines().filter(line -> !line.isBlank()).<Node>map(MemberLines::member).toList();
  }

  private static Node.Mapping member(String line) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (String part : line.split(",", -1)) {
      String stripped = part.strip();
      if (stripped.isEmpty()) continue;
      int space = stripped.indexOf(' ');
      if (entries.isEmpty()) entries.put("name", new Node.Scalar(stripped, 0));
      else if (space < 0) entries.put(stripped, new Node.Scalar("", 0));
      else {
        String value = stripped.substring(space + 1).strip();
        entries.put(stripped.substring(0, space), new Node.Scalar(value, 0));
      }
    }
    return new Node.Mapping(entries, 0);
  }
}
