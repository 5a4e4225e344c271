package no.grenselos.app.config.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.grenselos.config.Node;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping within a text, changed key by key: what stays the same stays as it was written. */
final class EntryText {
  private final Composed all;
  private final MappingNode mapping;
  private final Map<String, NodeTuple> kept = new LinkedHashMap<>();
  private final List<Span> spans = new ArrayList<>();

  private EntryText(Composed all, MappingNode mapping) {
    this.all = all;
    this.mapping = mapping;
  }

  /** What must change so that the mapping says this. */
  static List<Span> becoming(Composed all, MappingNode mapping, Node.Mapping entry) {
    EntryText text = new EntryText(all, mapping);
    return text.readable(entry) ? text.byKey(entry) : text.anew(entry);
  }

  /** Its keys in block style, each on its line, the first one without its margin. */
  static String block(Node.Mapping entry, String lineBreak, String margin) {
    if (entry.entries().isEmpty()) return "{}";
    return entry.entries().entrySet().stream()
        .map(e -> line(e.getKey(), e.getValue(), lineBreak + margin))
        .collect(Collectors.joining(lineBreak + margin));
  }

  private static String line(String key, Node value, String newLine) {
    return Quoted.text(key) + ": " + Quoted.of(value, newLine + "  ");
  }

  private boolean readable(Node.Mapping entry) {
    List<NodeTuple> tuples = mapping.getValue();
    if (tuples.isEmpty()) return false;
    for (NodeTuple tuple : tuples) {
      if (!(tuple.getKeyNode() instanceof ScalarNode)) return false;
      if (kept.putIfAbsent(Composed.key(tuple), tuple) != null) return false;
      // of {a, b: c} the first has no colon
      boolean bare = all.end(tuple.getValueNode()) < all.colon(tuple);
      if (Composed.flow(mapping) && bare) return false;
    }
    boolean firstStays = entry.entries().containsKey(Composed.key(tuples.getFirst()));
    boolean someStay = kept.keySet().stream().anyMatch(entry.entries()::containsKey);
    return someStay && (firstStays || Composed.flow(mapping) || startsItsLine());
  }

  /** A key that shares its line with a dash cannot go without the dash. */
  private boolean startsItsLine() {
    int start = all.start(mapping);
    return all.text().substring(all.lineStart(start), start).isBlank();
  }

  private List<Span> byKey(Node.Mapping entry) {
    kept.forEach((key, tuple) -> {
      Node value = entry.entries().get(key);
      if (value == null) remove(tuple, entry);
      else if (!same(tuple.getValueNode(), value)) replace(tuple, value);
    });
    Map<String, Node> added = new LinkedHashMap<>(entry.entries());
    added.keySet().removeAll(kept.keySet());
    if (!added.isEmpty()) add(added);
    return spans;
  }

  private List<Span> anew(Node.Mapping entry) {
    int start = all.start(mapping);
    int end = all.end(mapping);
    if (Composed.flow(mapping)) return List.of(new Span(start, end, Quoted.of(entry)));
    String written = block(entry, all.lineBreak(), " ".repeat(all.column(mapping)));
    boolean tookTheLineBreak = end == all.lineStart(end);
    return List.of(new Span(start, end, tookTheLineBreak ? written + all.lineBreak() : written));
  }

  private void replace(NodeTuple tuple, Node value) {
    var old = tuple.getValueNode();
    int colon = all.colon(tuple);
    int column = all.column(mapping);
    String written = Quoted.of(value, all.lineBreak() + " ".repeat(column + 2));
    if (!all.inline(old)) {
      spans.add(new Span(colon, all.lineAfter(old), " " + written + all.lineBreak()));
    } else if (all.start(old) == all.end(old)) {
      spans.add(new Span(colon, colon, " " + written));
    } else {
      spans.add(new Span(all.start(old), all.end(old), written));
    }
  }

  private void remove(NodeTuple tuple, Node.Mapping entry) {
    int start = all.start(tuple.getKeyNode());
    if (!Composed.flow(mapping)) {
      spans.add(new Span(all.lineStart(start), all.lineAfter(tuple.getValueNode()), ""));
      return;
    }
    List<NodeTuple> tuples = mapping.getValue();
    int at = tuples.indexOf(tuple);
    boolean nobodyBefore =
        tuples.subList(0, at).stream()
            .noneMatch(earlier -> entry.entries().containsKey(Composed.key(earlier)));
    // each takes the comma between itself and those that stay
    spans.add(
        nobodyBefore
            ? new Span(start, all.start(tuples.get(at + 1).getKeyNode()), "")
            : new Span(
                all.end(tuples.get(at - 1).getValueNode()), all.end(tuple.getValueNode()), ""));
  }

  private void add(Map<String, Node> keys) {
    var last = mapping.getValue().getLast().getValueNode();
    StringBuilder added = new StringBuilder();
    if (Composed.flow(mapping)) {
      keys.forEach((key, value) ->
          added.append(", ").append(Quoted.text(key)).append(": ").append(Quoted.of(value)));
      spans.add(new Span(all.end(last), all.end(last), added.toString()));
      return;
    }
    int at = all.lineAfter(last);
    String margin = " ".repeat(all.column(mapping));
    boolean unfinished = at > 0 && all.lineStart(at) != at;
    if (unfinished) added.append(all.lineBreak());
    keys.forEach((key, value) ->
        added
            .append(margin)
            .append(line(key, value, all.lineBreak() + margin))
            .append(all.lineBreak()));
    spans.add(new Span(at, at, added.toString()));
  }

  /** Whether it reads the same, however it is written. */
  static boolean same(org.yaml.snakeyaml.nodes.Node written, Node node) {
    return switch (node) {
      case Node.Scalar scalar ->
          written instanceof ScalarNode one && one.getValue().equals(scalar.text());
      case Node.Sequence list -> written instanceof SequenceNode one && same(one, list);
      case Node.Mapping other -> written instanceof MappingNode one && same(one, other);
    };
  }

  private static boolean same(SequenceNode written, Node.Sequence list) {
    if (written.getValue().size() != list.items().size()) return false;
    for (int i = 0; i < list.items().size(); i++) {
      if (!same(written.getValue().get(i), list.items().get(i))) return false;
    }
    return true;
  }

  private static boolean same(MappingNode written, Node.Mapping mapping) {
    if (written.getValue().size() != mapping.entries().size()) return false;
    return written.getValue().stream()
        .allMatch(tuple -> {
          Node value = mapping.entries().get(Composed.key(tuple));
          return value != null && same(tuple.getValueNode(), value);
        });
  }
}
