package no.grenselos.app.config.text;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A text, what YAML finds in it, and where that stands. Not thread safe. */
final class Composed {
  private static final int MAX_DEPTH = 20;

  private final String text;
  private final int @Nullable [] places;
  private final @Nullable Node root;

  /**
   * @throws org.yaml.snakeyaml.error.YAMLException when it is no YAML
   */
  Composed(String text) {
    this.text = text;
    this.places = places(text);
    LoaderOptions limits = new LoaderOptions();
    limits.setNestingDepthLimit(MAX_DEPTH);
    this.root = new Yaml(limits).compose(new StringReader(text));
  }

  /** Marks count characters as people do; a text with emoji has more. */
  private static int @Nullable [] places(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) return null;
    int[] places = new int[count + 1];
    int at = 0;
    for (int i = 0; i < count; i++) {
      places[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    places[count] = text.length();
    return places;
  }

  String text() {
    return text;
  }

  /** The top mapping; empty where there is none. */
  Optional<MappingNode> top() {
    return root instanceof MappingNode mapping ? Optional.of(mapping) : Optional.empty();
  }

  static Optional<NodeTuple> find(MappingNode mapping, String key) {
    return mapping.getValue().stream().filter(tuple -> key(tuple).equals(key)).findFirst();
  }

  static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Whether it is written with brackets or braces. */
  static boolean flow(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  int start(Node node) {
    return place(node.getStartMark());
  }

  /** Where what is written of it ends: comments and empty lines after it are not its own. */
  int end(Node node) {
    return place(lastOf(node).getEndMark());
  }

  /** Behind the line on which it ends. */
  int lineAfter(Node node) {
    int end = end(node);
    return standsInLines(lastOf(node)) ? end : nextLine(end);
  }

  /** Behind the colon after the key. */
  int colon(NodeTuple tuple) {
    int keyEnd = end(tuple.getKeyNode());
    return text.indexOf(':', keyEnd) + 1;
  }

  /** Whether it begins on its key's line and can be replaced there. */
  boolean inline(Node value) {
    return switch (value) {
      case CollectionNode<?> collection -> flow(collection);
      default -> !standsInLines(value);
    };
  }

  int column(Node node) {
    return start(node) - lineStart(start(node));
  }

  int lineStart(int at) {
    int before = at;
    while (before > 0 && !breaks(text.charAt(before - 1))) before--;
    return before;
  }

  /** The start of the next line; the text's end where there is none. */
  int nextLine(int at) {
    int end = at;
    while (end < text.length() && !breaks(text.charAt(end))) end++;
    if (end < text.length() && text.startsWith("\r\n", end)) return end + 2;
    return Math.min(end + 1, text.length());
  }

  /** How lines end in this text. */
  String lineBreak() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  private static boolean standsInLines(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getScalarStyle() == ScalarStyle.LITERAL
            || scalar.getScalarStyle() == ScalarStyle.FOLDED);
  }

  private static Node lastOf(Node node) {
    return switch (node) {
      case MappingNode mapping when !flow(mapping) && !mapping.getValue().isEmpty() ->
          lastOf(mapping.getValue().getLast().getValueNode());
      case SequenceNode list when !flow(list) && !list.getValue().isEmpty() ->
          lastOf(list.getValue().getLast());
      default -> node;
    };
  }

  private int place(Mark mark) {
    return places == null ? mark.getIndex() : places[mark.getIndex()];
  }

  private static boolean breaks(char c) {
    return c == '\n' || c == '\r';
  }
}
