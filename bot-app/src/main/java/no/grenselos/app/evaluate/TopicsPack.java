package no.grenselos.app.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;

/**
 * A pack of texts and topics, read.
 *
 * @param topics those owned
 * @param labels how the pack calls each topic
 * @param train texts with topics that are owned; others are nobody's
 */
record TopicsPack(
    List<Topic> topics,
    Map<TopicId, String> labels,
    List<Text> train,
    List<Text> valid,
    List<Text> test) {
  /**
   * @param topics empty when nobody's
   */
  record Text(String text, Set<TopicId> topics) {}

  private record Labelled(String text, List<String> labels) {}

  /**
   * How many examples of each topic count.
   *
   * @param topics at most so many examples each; empty for all
   * @param seed of the draw
   */
  record Shots(Optional<Integer> each, long seed) {
    static final Shots ALL = new Shots(Optional.empty(), 0);
  }

  static TopicsPack read(Pack pack, Shots shots) {
    List<Labelled> train = pack.rows("train.jsonl", TopicsPack::labelled);
    List<Labelled> valid = pack.rows("valid.jsonl", TopicsPack::labelled);
    List<Labelled> test = pack.test(TopicsPack::labelled);
    Described described = new Described();
    pack.json("topics.json").ifPresent(file -> described.read(file.rows("")));
    Optional<Set<String>> owned =
        pack.json("scenario.json")
            .filter(file -> file.has("owned"))
            .map(file -> new TreeSet<>(file.texts("owned")));
    Set<String> names = new TreeSet<>(described.topics.keySet());
    train.forEach(row -> names.addAll(row.labels()));
    owned.ifPresent(names::retainAll);
    if (names.isEmpty()) {
      throw new PackException(
          "train.jsonl", "names no topic, and there is no topics.json: nothing to learn from");
    }
    Map<String, TopicId> ids = new LinkedHashMap<>();
    for (String name : names) ids.put(name, new TopicId("t" + ids.size()));
    List<Topic> topics = names.stream().map(name -> described.topic(ids, name)).toList();
    Map<TopicId, String> labels = new LinkedHashMap<>();
    ids.forEach((name, id) -> labels.put(id, name));
    return new TopicsPack(
        topics, labels, drawn(texts(train, ids), shots), texts(valid, ids), texts(test, ids));
  }

  private static Labelled labelled(Row row) {
    if (!row.has("topic") && !row.has("topics")) {
      throw row.wrong("has no \"topic\"; write {\"text\": \"...\", \"topic\": \"...\" or null}");
    }
    List<String> labels = new ArrayList<>(row.texts("topics"));
    row.optionalText("topic").ifPresent(labels::add);
    return new Labelled(row.text("text"), labels);
  }

  private static List<Text> texts(List<Labelled> rows, Map<String, TopicId> ids) {
    return rows.stream()
        .map(row -> {
          Set<TopicId> topics = new HashSet<>();
          for (String label : row.labels()) {
            TopicId id = ids.get(label);
            if (id != null) topics.add(id);
          }
          return new Text(row.text(), topics);
        })
        .toList();
  }

  /** So many of each topic, drawn with the seed; all that are nobody's stay. */
  private static List<Text> drawn(List<Text> texts, Shots shots) {
    if (shots.each().isEmpty()) return texts;
    SortedMap<String, List<Text>> byTopic = new TreeMap<>();
    for (Text text : texts) {
      for (TopicId topic : text.topics()) {
        byTopic.computeIfAbsent(topic.id(), key -> new ArrayList<>()).add(text);
      }
    }
    Random random = new Random(shots.seed());
    Set<Text> drawn = new HashSet<>();
    for (Collection<Text> of : byTopic.values()) {
      List<Text> shuffled = new ArrayList<>(of);
      Collections.shuffle(shuffled, random);
      drawn.addAll(shuffled.subList(0, Math.min(shots.each().get(), shuffled.size())));
    }
    return texts.stream().filter(t -> t.topics().isEmpty() || drawn.contains(t)).toList();
  }

  /** Topics as topics.json has them. */
  private static final class Described {
    private final SortedMap<String, Row> topics = new TreeMap<>();

    void read(List<Row> rows) {
      for (Row row : rows) {
        if (topics.put(row.text("id"), row) != null) {
          throw row.wrong("has topic \"" + row.text("id") + "\" twice");
        }
      }
    }

    Topic topic(Map<String, TopicId> ids, String name) {
      TopicId id = Objects.requireNonNull(ids.get(name));
      Row row = topics.get(name);
      Map<String, String> names = new TreeMap<>();
      // a label is a name too, and often the best one there is
      names.put("en", name.replace('_', ' ').replace('-', ' ').replace("/", " and "));
      if (row == null) {
        return new Topic(id, names, Map.of(), List.of(), List.of(), List.of(), List.of());
      }
      names.putAll(row.spoken("name"));
      return new Topic(
          id,
          names,
          row.spoken("describe"),
          row.texts("keywords"),
          row.texts("phrases"),
          row.texts("examples"),
          row.texts("not"));
    }
  }
}
