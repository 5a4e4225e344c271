package no.grenselos.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.grenselos.config.Node;
import no.grenselos.expert.Expert;
import no.grenselos.expert.Manner;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;

/**
 * Topics and experts in the plainest way there is: parts by dots, lists after a bracket: {@code
 * topic|id=bees|name.en=Bees|keywords=[bee;hive}.
 */
final class LinePeople {
  private static final String LIST = "[";

  private LinePeople() {}

  static Map<String, String> written(Topic topic) {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("id", new Node.Scalar(topic.id().id(), 0));
    Map<String, Node> names = new LinkedHashMap<>();
    for (String language : new TreeSet<>(topic.names().keySet()))
      names.put(language, new Node.Scalar(topic.names().get(language), 0));
    entries.put("name", new Node.Mapping(names, 0));
    list(entries, "keywords", topic.keywords());
    list(entries, "examples", topic.examples());
    return keys(new Node.Mapping(entries, 0));
  }

  static Map<String, String> written(Expert expert) {
    Map<String, Node> entries = new LinkedHashMap<>();
    entries.put("id", new Node.Scalar(expert.id().id(), 0));
    entries.put("name", new Node.Scalar(expert.name(), 0));
    list(entries, "topics", ids(expert.topics()));
    list(entries, "invite", ids(expert.manner().proposed()));
    return keys(new Node.Mapping(entries, 0));
  }

  private static List<String> ids(Set<TopicId> topics) {
    return topics.stream().map(TopicId::id).sorted().toList();
  }

  private static void list(Map<String, Node> entries, String key, List<String> texts) {
    if (!texts.isEmpty())
      entries.put(
          key,
          new Node.Sequence(
              texts.stream().<Node>map(text -> new Node.Scalar(text, 0)).toList(), 0));
  }

  /** One value a key, to be written in a line. */
  static Map<String, String> keys(Node.Mapping entry) {
    Map<String, String> keys = new LinkedHashMap<>();
    entry
        .entries()
        .forEach((key, node) -> {
          switch (node) {
            case Node.Scalar one -> keys.put(key, one.text());
            case Node.Sequence list ->
                keys.put(
                    key,
                    list.items().stream()
                        .map(item -> ((Node.Scalar) item).text())
                        .collect(Collectors.joining(";", LIST, "")));
            case Node.Mapping part ->
                part.entries()
                    .forEach((below, value) ->
                        keys.put(key + "." + below, ((Node.Scalar) value).text()));
          }
        });
    return keys;
  }

  static Node.Mapping entry(Map<String, String> keys, int line) {
    Map<String, Node> entries = new LinkedHashMap<>();
    keys.forEach((key, value) -> {
      int dot = key.indexOf('.');
      if (dot > 0) {
        Map<String, Node> part = new LinkedHashMap<>();
        if (entries.get(key.substring(0, dot)) instanceof Node.Mapping before)
          part.putAll(before.entries());
        part.put(key.substring(dot + 1), new Node.Scalar(value, line));
        entries.put(key.substring(0, dot), new Node.Mapping(part, line));
      } else if (value.startsWith(LIST)) {
        list(entries, key, List.of(value.substring(1).split(";", -1)));
      } else {
        entries.put(key, new Node.Scalar(value, line));
      }
    });
    return new Node.Mapping(entries, line);
  }

  private static List<String> texts(Node.Mapping entry, String key) {
    return entry.entries().get(key) instanceof Node.Sequence list
        ? list.items().stream().map(item -> ((Node.Scalar) item).text()).toList()
        : List.of();
  }

  static Topic topic(Node.Mapping entry) {
    Map<String, String> names = new LinkedHashMap<>();
    if (entry.entries().get("name") instanceof Node.Mapping name)
      name.entries().forEach((language, text) -> names.put(language, ((Node.Scalar) text).text()));
    return new Topic(
        new TopicId(entry.text("id")),
        names,
        Map.of(),
        texts(entry, "keywords"),
        List.of(),
        texts(entry, "examples"),
        List.of());
  }

  /** The same people, proposed for what their entries say. */
  static List<Expert> experts(List<Expert> base, List<Node.Mapping> entries) {
    List<Expert> experts = new ArrayList<>();
    for (Expert expert : base) {
      Set<TopicId> proposed =
          entries.stream()
              .filter(entry -> entry.text("id").equals(expert.id().id()))
              .flatMap(entry -> texts(entry, "invite").stream())
              .map(TopicId::new)
              .collect(Collectors.toSet());
      Manner manner = expert.manner();
      experts.add(
          new Expert(
              expert.id(),
              expert.name(),
              expert.title(),
              expert.handles(),
              expert.topics(),
              expert.languages(),
              expert.hours(),
              expert.cap(),
              expert.speaks(),
              new Manner(
                  manner.level(),
                  proposed,
                  manner.ownZone(),
                  manner.digest(),
                  manner.absence(),
                  manner.calendar())));
    }
    return experts;
  }
}
