package no.grenselos.app.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.Node;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Parses one file into nodes with lines. Takes plain YAML only: no tags, anchors or aliases, no key
 * twice, at most 4 million characters, which are some ten thousand people, and 20 levels; what is
 * more is a problem, and nothing is ever instantiated.
 */
final class Yaml {
  private static final int MAX_CHARACTERS = 4_000_000;
  private static final int MAX_DEPTH = 20;
  private static final Set<Tag> PLAIN =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.SEQ,
          Tag.MAP,
          new Tag(Tag.PREFIX + "value"));

  private final Problems problems;

  private Yaml(Problems problems) {
    this.problems = problems;
  }

  /**
   * The file's top mapping. When there is none, one problem says so, and the empty settings
   * returned report to nobody: what they lack is no news.
   */
  static Settings read(ConfigFiles files, String name, Problems problems) {
    Problems here = problems.in(files.shown(name));
    String text = files.texts().get(name);
    if (text == null) here.add(0, "", "is missing");
    else if (new Yaml(here).parse(text) instanceof Node.Mapping mapping) {
      return new Settings(mapping, "", here);
    }
    return new Settings(Node.Mapping.empty(), "", new Problems(name));
  }

  /** A text's top mapping; empty, with problems, when there is none. */
  static Optional<Node.Mapping> top(String text, Problems problems) {
    return new Yaml(problems).parse(text) instanceof Node.Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private Node parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return refused(0, "", "is longer than " + MAX_CHARACTERS + " characters");
    }
    LoaderOptions limits = new LoaderOptions();
    limits.setNestingDepthLimit(MAX_DEPTH);
    try {
      var root = new org.yaml.snakeyaml.Yaml(limits).compose(new StringReader(text));
      if (root instanceof MappingNode mapping) return mapping(mapping, "", line(root));
      problems.add(0, "", root == null ? "is empty" : "must have keys at its top level");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(line, "", "cannot be understood: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(
          0,
          "",
          "cannot be understood: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    return new Node.Scalar("", 0);
  }

  /** {@code line} is the key's where there is one: that is where an admin looks for the value. */
  private Node node(org.yaml.snakeyaml.nodes.Node node, String path, int line) {
    if (node.getAnchor() != null) {
      return refused(line, path, "anchors and aliases (& and *) are not supported; write it out");
    }
    if (!PLAIN.contains(node.getTag())) {
      return refused(line, path, "tags (" + node.getTag().getValue() + ") are not supported");
    }
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, path, line);
      case SequenceNode sequence -> sequence(sequence, path, line);
      case ScalarNode scalar -> scalar(scalar, path, line);
      default -> refused(line, path, "is of no known kind");
    };
  }

  private Node scalar(ScalarNode scalar, String path, int line) {
    if (!scalar.getTag().equals(Tag.NULL)) return new Node.Scalar(scalar.getValue(), line);
    return refused(line, path, "has no value; a text that starts with # needs quotes");
  }

  private Node sequence(SequenceNode sequence, String path, int line) {
    List<Node> items = new ArrayList<>();
    for (var item : sequence.getValue()) {
      items.add(node(item, path + "[" + items.size() + "]", line(item)));
    }
    return new Node.Sequence(items, line);
  }

  private Node mapping(MappingNode mapping, String path, int line) {
    Map<String, Node> entries = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int keyLine = line(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(keyLine, path, "a key must be a single word");
        continue;
      }
      String place = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
      Integer first = seen.putIfAbsent(key.getValue(), keyLine);
      if (first != null) problems.add(keyLine, place, "is there twice, first in line " + first);
      else entries.put(key.getValue(), node(tuple.getValueNode(), place, keyLine));
    }
    return new Node.Mapping(entries, line);
  }

  private Node refused(int line, String path, String text) {
    problems.add(line, path, text);
    return new Node.Scalar("", line);
  }

  private static int line(org.yaml.snakeyaml.nodes.Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }
}
