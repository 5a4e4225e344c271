package no.grenselos.app.config.text;

import java.util.List;
import java.util.Optional;
import no.grenselos.config.Node;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes one list of a file, as {@code routes:}, where it stands. What an entry's own comments
 * are, above it and in it, goes with it; all other entries and comments stay byte for byte. The
 * texts returned are not checked.
 */
public final class ListText {
  private final String text;
  private final String key;

  /**
   * @param text of the whole file; may be empty
   * @param key of the list at the file's top
   */
  public ListText(String text, String key) {
    this.text = text;
    this.key = key;
  }

  /**
   * The text with another entry.
   *
   * @param at its place, from 0; what is larger means last
   * @throws YAMLException when the text is no YAML
   */
  public String with(int at, Node.Mapping entry) {
    Composed all = new Composed(text);
    Optional<NodeTuple> list = tuple(all);
    if (list.isEmpty()) return started(all, entry);
    if (list.get().getValueNode() instanceof SequenceNode items && !items.getValue().isEmpty()) {
      return Composed.flow(items)
          ? FlowList.with(all, items, at, entry)
          : new BlockList(all, list.get(), items).with(at, entry);
    }
    return filled(all, list.get(), entry);
  }

  /**
   * The text with further entries behind all others, as one after another would make it.
   *
   * @param entries at least one
   * @throws YAMLException when the text is no YAML
   */
  public String with(List<Node.Mapping> entries) {
    String written = with(Integer.MAX_VALUE, entries.getFirst());
    List<Node.Mapping> rest = entries.subList(1, entries.size());
    Composed all = new Composed(written);
    NodeTuple list = new ListText(written, key).tuple(all).orElseThrow();
    if (list.getValueNode() instanceof SequenceNode items && !Composed.flow(items)) {
      // read once for all of them: a list of hundreds would be read hundreds of times
      return new BlockList(all, list, items).with(rest);
    }
    for (Node.Mapping entry : rest) {
      written = new ListText(written, key).with(Integer.MAX_VALUE, entry);
    }
    return written;
  }

  /**
   * The text with the entry at that place saying this.
   *
   * @throws YAMLException when the text is no YAML
   */
  public String changed(int at, Node.Mapping entry) {
    Composed all = new Composed(text);
    if (items(all).getValue().get(at) instanceof MappingNode mapping) {
      return Span.changed(text, EntryText.becoming(all, mapping, entry));
    }
    throw new YAMLException("entry " + at + " of " + key + " is no mapping");
  }

  /**
   * The text with the entry moved.
   *
   * @param to its place afterwards; what is larger means last
   * @throws YAMLException when the text is no YAML
   */
  public String moved(int from, int to) {
    Composed all = new Composed(text);
    SequenceNode items = items(all);
    int last = items.getValue().size() - 1;
    return Composed.flow(items)
        ? FlowList.moved(all, items, from, Math.min(to, last))
        : new BlockList(all, tuple(all).orElseThrow(), items).moved(from, Math.min(to, last));
  }

  /**
   * The text without the entry.
   *
   * @throws YAMLException when the text is no YAML
   */
  public String without(int at) {
    Composed all = new Composed(text);
    SequenceNode items = items(all);
    return Composed.flow(items)
        ? FlowList.without(all, items, at)
        : new BlockList(all, tuple(all).orElseThrow(), items).without(at);
  }

  private Optional<NodeTuple> tuple(Composed all) {
    return all.top().flatMap(top -> Composed.find(top, key));
  }

  private SequenceNode items(Composed all) {
    if (tuple(all).orElseThrow().getValueNode() instanceof SequenceNode items) return items;
    throw new YAMLException(key + " is no list");
  }

  /** The list is not there yet. */
  private String started(Composed all, Node.Mapping entry) {
    Optional<MappingNode> top = all.top();
    if (top.isPresent() && Composed.flow(top.get())) {
      String list = Quoted.text(key) + ": [" + Quoted.of(entry) + "]";
      String comma = top.get().getValue().isEmpty() ? "" : ", ";
      int brace = all.start(top.get()) + 1;
      return Span.changed(text, List.of(new Span(brace, brace, list + comma)));
    }
    String newLine = all.lineBreak();
    String before = text.isEmpty() || text.endsWith("\n") ? text : text + newLine;
    String gap = before.isBlank() ? "" : newLine;
    String written = EntryText.block(entry, newLine, "    ");
    return before + gap + key + ":" + newLine + "  - " + written + newLine;
  }

  /** The list is there, as {@code []} or without any value. */
  private String filled(Composed all, NodeTuple list, Node.Mapping entry) {
    if (Composed.flow(all.top().orElseThrow())) {
      int start = all.start(list.getValueNode());
      int end = all.end(list.getValueNode());
      String space = start == end ? " " : "";
      String written = space + "[" + Quoted.of(entry) + "]";
      return Span.changed(text, List.of(new Span(start, end, written)));
    }
    if (!empty(list)) throw new YAMLException(key + " is no list");
    String margin = " ".repeat(all.column(list.getKeyNode()) + 2);
    String written = EntryText.block(entry, all.lineBreak(), margin + "  ");
    int colon = all.colon(list);
    Span span =
        new Span(colon, all.end(list.getValueNode()), all.lineBreak() + margin + "- " + written);
    return Span.changed(text, List.of(span));
  }

  private static boolean empty(NodeTuple list) {
    return switch (list.getValueNode()) {
      case SequenceNode items -> items.getValue().isEmpty();
      case ScalarNode scalar -> scalar.getValue().isEmpty();
      default -> false;
    };
  }
}
