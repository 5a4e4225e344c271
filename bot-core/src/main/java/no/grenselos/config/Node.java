package no.grenselos.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parsed configuration value that remembers its line. Whoever parses the file builds these. */
public sealed interface Node {
  /** 1-based line in the file. */
  int line();

  /** A single value, as written. */
  record Scalar(String text, int line) implements Node {}

  /** A list. */
  record Sequence(List<Node> items, int line) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys with values, in file order. */
  record Mapping(Map<String, Node> entries, int line) implements Node {
    public Mapping {
      entries = new LinkedHashMap<>(entries);
    }

    /** The single value at the key, as written; empty when there is none. */
    public String text(String key) {
      return entries.get(key) instanceof Scalar scalar ? scalar.text() : "";
    }

    /** An empty mapping, for a part that was left out. */
    public static Mapping empty() {
      return new Mapping(Map.of(), 0);
    }
  }
}
