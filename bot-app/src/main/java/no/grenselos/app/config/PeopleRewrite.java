package no.grenselos.app.config;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.grenselos.expert.Handle;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes other handles and channels into {@code experts.yml}; on the nodes of the file, so that
 * every other text stays as the admin wrote it.
 */
public final class PeopleRewrite {
  private static final List<String> HOUSES = List.of("slack", "teams");

  private final Change change;

  private PeopleRewrite(Change change) {
    this.change = change;
  }

  /** What becomes of people and channels. */
  public interface Change {
    /**
     * @param number of the entry, from 0
     */
    List<Handle> expert(int number, List<Handle> own);

    /** Of somebody in a team, leading or not. */
    List<Handle> member(List<Handle> own);

    String channel(String written);
  }

  /** The file's text after the change. */
  public static String of(String text, Change change) {
    Yaml yaml = new Yaml(new LoaderOptions());
    Node root = yaml.compose(new StringReader(text));
    new PeopleRewrite(change).rewrite(root);
    StringWriter written = new StringWriter();
    yaml.serialize(root, written);
    return written.toString();
  }

  private void rewrite(Node root) {
    List<MappingNode> experts = parts(root, "experts");
    for (int i = 0; i < experts.size(); i++) {
      List<Handle> own = handles(experts.get(i));
      put(experts.get(i), own, change.expert(i, own));
    }
    for (MappingNode team : parts(root, "teams")) {
      parts(team, "members").forEach(this::member);
      parts(team, "lead").forEach(this::member);
      text(team, "channel").ifPresent(written -> put(team, "channel", change.channel(written)));
    }
  }

  private void member(MappingNode person) {
    List<Handle> own = handles(person);
    put(person, own, change.member(own));
  }

  private static List<Handle> handles(MappingNode person) {
    List<Handle> own = new ArrayList<>();
    for (NodeTuple entry : person.getValue()) {
      String key = key(entry);
      if (HOUSES.contains(key)) text(person, key).ifPresent(id -> own.add(new Handle(key, id)));
    }
    return own;
  }

  private static void put(MappingNode person, List<Handle> before, List<Handle> after) {
    if (after.equals(before)) return;
    before.forEach(handle -> take(person, handle.house()));
    after.forEach(handle -> put(person, handle.house(), handle.id()));
  }

  private static List<MappingNode> parts(Node owner, String key) {
    if (!(owner instanceof MappingNode mapping)) return List.of();
    return mapping.getValue().stream()
        .filter(entry -> key(entry).equals(key))
        .map(NodeTuple::getValueNode)
        .filter(SequenceNode.class::isInstance)
        .flatMap(list -> ((SequenceNode) list).getValue().stream())
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .toList();
  }

  private static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static Optional<String> text(MappingNode owner, String key) {
    return owner.getValue().stream()
        .filter(entry -> key(entry).equals(key))
        .map(NodeTuple::getValueNode)
        .filter(ScalarNode.class::isInstance)
        .map(value -> ((ScalarNode) value).getValue())
        .findFirst();
  }

  private static void take(MappingNode owner, String key) {
    owner.getValue().removeIf(entry -> key(entry).equals(key));
  }

  private static void put(MappingNode owner, String key, String text) {
    take(owner, key);
    owner.getValue().add(new NodeTuple(scalar(key), scalar(text)));
  }

  private static ScalarNode scalar(String text) {
    return new ScalarNode(Tag.STR, text, null, null, DumperOptions.ScalarStyle.DOUBLE_QUOTED);
  }
}
