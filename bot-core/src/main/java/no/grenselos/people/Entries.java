package no.grenselos.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.grenselos.config.Node;

/**
 * Writes a row over somebody's entry, or as a new one. Nobody is run over: a topic that is new to
 * somebody is proposed to them, unless the row says that they agreed.
 */
final class Entries {
  private Entries() {}

  static Node.Mapping fresh(Person person, String id) {
    return over(new Node.Mapping(Map.of("id", RowReader.scalar(id)), 0), person);
  }

  static Node.Mapping over(Node.Mapping entry, Person person) {
    Map<String, Node> keys = new LinkedHashMap<>(entry.entries());
    if (person.name() != null) keys.put("name", RowReader.scalar(person.name()));
    if (person.email() != null) keys.put("email", RowReader.scalar(person.email().address()));
    person.handles().forEach(handle -> keys.put(handle.house(), RowReader.scalar(handle.id())));
    topics(entry, person, keys);
    person.entry().forEach((key, value) -> keys.merge(key, value, (old, v) -> Nodes.over(v, old)));
    return new Node.Mapping(keys, entry.line());
  }

  private static void topics(Node.Mapping entry, Person person, Map<String, Node> keys) {
    List<String> had = Nodes.texts(entry, "topics");
    List<String> asked = Nodes.texts(entry, "invite");
    List<String> given = person.topics() == null ? had : person.topics();
    List<String> agreed = person.agreed() ? given : given.stream().filter(had::contains).toList();
    Set<String> invite = new LinkedHashSet<>(given);
    invite.addAll(person.invite() == null ? asked : person.invite());
    agreed.forEach(invite::remove);
    put(keys, "topics", agreed, had);
    put(keys, "invite", new ArrayList<>(invite), asked);
  }

  private static void put(Map<String, Node> keys, String key, List<String> now, List<String> had) {
    if (now.isEmpty()) keys.remove(key);
    else if (!now.equals(had)) keys.put(key, Nodes.list(now));
  }

  static List<Change.Was> differences(Node.Mapping before, Node.Mapping after) {
    Map<String, String> was = Nodes.flat(before);
    Map<String, String> is = Nodes.flat(after);
    Set<String> keys = new LinkedHashSet<>(is.keySet());
    keys.addAll(was.keySet());
    return keys.stream()
        .filter(key -> !was.getOrDefault(key, "").equals(is.getOrDefault(key, "")))
        .map(key -> new Change.Was(key, was.getOrDefault(key, ""), is.getOrDefault(key, "")))
        .toList();
  }
}
