package no.grenselos.app.web.console.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.grenselos.app.web.console.entry.Field.Kind;
import no.grenselos.config.Node;
import org.springframework.util.MultiValueMap;

/** Turns an entry's values into what a form shows, and what came back into the entry. */
final class Written {
  private Written() {}

  /** As the form shows it: lists one a line. */
  static String shown(Node.Mapping entry, Field field) {
    Optional<Node> value = at(entry, field.keys());
    if (value.isEmpty()) return "";
    if (field.kind() == Kind.MEMBERS) return MemberLines.of(value.get());
    return texts(value.get()).collect(Collectors.joining("\n"));
  }

  /** Which of the choices are taken. */
  static Set<String> picked(Node.Mapping entry, Field field) {
    return at(entry, field.keys()).stream()
        .flatMap(Written::texts)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> texts(Node value) {
    return switch (value) {
      case Node.Scalar scalar -> Stream.of(scalar.text());
      case Node.Sequence list -> list.items().stream().flatMap(Written::texts);
      case Node.Mapping mapping -> Stream.of();
    };
  }

  private static Optional<Node> at(Node.Mapping entry, List<String> keys) {
    Node here = entry;
    for (String key : keys) {
      Node next = here instanceof Node.Mapping mapping ? mapping.entries().get(key) : null;
      if (next == null) return Optional.empty();
      here = next;
    }
    return Optional.of(here);
  }

  /** The entry with what the form says; what the form does not ask for stays. */
  static Node.Mapping filled(
      Node.Mapping entry, List<Field> fields, MultiValueMap<String, String> form) {
    Node.Mapping filled = entry;
    for (Field field : fields) {
      // what nobody touched stays as it was written
      if (!same(entry, field, form)) filled = with(filled, field.keys(), value(field, form));
    }
    return filled;
  }

  private static boolean same(Node.Mapping entry, Field field, MultiValueMap<String, String> form) {
    return switch (field.kind()) {
      case PICKS -> picked(entry, field).equals(Set.copyOf(sent(field, form)));
      case FLAG -> false;
      case WORD, TEXT, CHOICE, LINES, MEMBERS ->
          shown(entry, field).strip().equals(text(field, form));
    };
  }

  private static List<String> sent(Field field, MultiValueMap<String, String> form) {
    return form.getOrDefault(field.path(), List.of());
  }

  private static String text(Field field, MultiValueMap<String, String> form) {
    List<String> sent = sent(field, form);
    return sent.isEmpty() ? "" : sent.getFirst().replace("\r\n", "\n").strip();
  }

  private static Optional<Node> value(Field field, MultiValueMap<String, String> form) {
    List<String> sent = sent(field, form);
    String text = text(field, form);
    return switch (field.kind()) {
      case WORD, CHOICE -> some(text.replace('\n', ' '));
      // a query or a description on several lines is one
      case TEXT -> some(text.replaceAll("\\s*\n\\s*", " "));
      case FLAG -> some(sent.isEmpty() ? "" : "true");
      case PICKS -> list(sent.stream());
      case LINES -> list(text.lines());
      case MEMBERS -> {
        List<Node> people = MemberLines.read(text);
        yield people.isEmpty() ? Optional.empty() : Optional.of(new Node.Sequence(people, 0));
      }
    };
  }

  private static Optional<Node> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Node.Scalar(text, 0));
  }

  private static Optional<Node> list(Stream<String> lines) {
    List<Node> items =
        lines
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .<Node>map(line -> new Node.Scalar(line, 0))
            .toList();
    return items.isEmpty() ? Optional.empty() : Optional.of(new Node.Sequence(items, 0));
  }

  private static Node.Mapping with(Node.Mapping entry, List<String> keys, Optional<Node> value) {
    Map<String, Node> entries = new LinkedHashMap<>(entry.entries());
    String key = keys.getFirst();
    if (keys.size() == 1) {
      value.ifPresentOrElse(node -> entries.put(key, node), () -> entries.remove(key));
    } else {
      Node.Mapping below =
          entries.get(key) instanceof Node.Mapping mapping ? mapping : Node.Mapping.empty();
      Node.Mapping changed = with(below, keys.subList(1, keys.size()), value);
      if (changed.entries().isEmpty()) entries.remove(key);
      else entries.put(key, changed);
    }
    return new Node.Mapping(entries, entry.line());
  }
}
