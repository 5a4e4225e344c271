package no.grenselos.revise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.config.Node;

/**
 * Who is to be asked whether they take a topic, and who is not any more. It stands in the experts'
 * own entries, under {@code invite}; whoever has the topic already is not asked again.
 *
 * @param topic its id
 * @param invited ids of experts
 * @param withdrawn ids of experts
 */
public record Invitations(String topic, Set<String> invited, Set<String> withdrawn) {
  private static final String INVITE = "invite";
  private static final String HAS = "topics";

  public Invitations {
    invited = Set.copyOf(invited);
    withdrawn = Set.copyOf(withdrawn);
  }

  /** What turns the one into the other. */
  public static Invitations between(String topic, Set<String> before, Set<String> after) {
    Set<String> invited = new HashSet<>(after);
    invited.removeAll(before);
    Set<String> withdrawn = new HashSet<>(before);
    withdrawn.removeAll(after);
    return new Invitations(topic, invited, withdrawn);
  }

  /** Ids of those who are proposed for it, whatever they have answered since. */
  public static Set<String> of(String topic, List<Node.Mapping> experts) {
    return naming(topic, INVITE, experts);
  }

  /** Ids of those who have it by the rules alone. */
  public static Set<String> owners(String topic, List<Node.Mapping> experts) {
    return naming(topic, HAS, experts);
  }

  private static Set<String> naming(String topic, String key, List<Node.Mapping> experts) {
    Set<String> ids = new HashSet<>();
    for (Node.Mapping expert : experts) {
      if (texts(expert, key).contains(topic)) ids.add(expert.text("id"));
    }
    return ids;
  }

  /** The changes of these entries; none where they say so already. */
  public List<Edit> edits(List<Node.Mapping> experts) {
    return experts.stream().flatMap(this::edit).toList();
  }

  private Stream<Edit> edit(Node.Mapping expert) {
    String id = expert.text("id");
    List<String> proposed = new ArrayList<>(texts(expert, INVITE));
    boolean changed =
        withdrawn.contains(id)
            ? proposed.remove(topic)
            : invited.contains(id)
                && !proposed.contains(topic)
                && !texts(expert, HAS).contains(topic)
                && proposed.add(topic);
    return changed
        ? Stream.of(new Edit.Put(Section.EXPERTS, id, 0, proposing(expert, proposed)))
        : Stream.of();
  }

  private static Node.Mapping proposing(Node.Mapping expert, List<String> topics) {
    Map<String, Node> entries = new LinkedHashMap<>(expert.entries());
    List<Node> items = topics.stream().<Node>map(one -> new Node.Scalar(one, 0)).toList();
    if (items.isEmpty()) entries.remove(INVITE);
    else entries.put(INVITE, new Node.Sequence(items, 0));
    return new Node.Mapping(entries, expert.line());
  }

  private static List<String> texts(Node.Mapping entry, String key) {
    Node value = entry.entries().get(key);
    if (value instanceof Node.Sequence list) {
      return list.items().stream()
          .flatMap(one -> one instanceof Node.Scalar text ? Stream.of(text.text()) : Stream.of())
          .toList();
    }
    return value instanceof Node.Scalar one ? List.of(one.text()) : List.of();
  }
}
