package no.grenselos.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.config.Node;

/** Looks into entries of the rule book as they are written. */
final class Nodes {
  private Nodes() {}

  /** The texts at the key; one that stands alone counts as a list. */
  static List<String> texts(Node.Mapping entry, String key) {
    return switch (entry.entries().get(key)) {
      case Node.Scalar scalar -> List.of(scalar.text());
      case Node.Sequence list ->
          list.items().stream()
              .filter(Node.Scalar.class::isInstance)
              .map(item -> ((Node.Scalar) item).text())
              .toList();
      case Node.Mapping mapping1 -> List.of();
      case null -> List.of();
    };
  }

  static Node list(List<String> texts) {
    return new Node.Sequence(texts.stream().<Node>map(RowReader::scalar).toList(), 0);
  }

  /** Mappings are joined key by key, the newer first; anything else is replaced. */
  static Node over(Node newer, Node older) {
    if (!(newer instanceof Node.Mapping fresh) || !(older instanceof Node.Mapping there)) {
      return newer;
    }
    Map<String, Node> both = new LinkedHashMap<>(there.entries());
    both.putAll(fresh.entries());
    return new Node.Mapping(both, there.line());
  }

  /** All values as text, by their place: {@code cap.day}. */
  static Map<String, String> flat(Node.Mapping entry) {
    Map<String, String> flat = new LinkedHashMap<>();
    entry.entries().forEach((key, value) -> put(flat, key, value));
    return flat;
  }

  private static void put(Map<String, String> flat, String place, Node value) {
    switch (value) {
      case Node.Scalar scalar -> flat.put(place, scalar.text());
      case Node.Sequence list -> flat.put(place, said(list));
      case Node.Mapping inner ->
          inner.entries().forEach((key, item) -> put(flat, place + "." + key, item));
    }
  }

  private static String said(Node.Sequence list) {
    return list.items().stream()
        .map(item -> item instanceof Node.Scalar scalar ? scalar.text() : "...")
        .collect(Collectors.joining(", "));
  }
}
