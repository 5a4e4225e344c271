package no.grenselos.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;

/**
 * A pack of texts and topics, read.
 *
 * @param topics those owned: as scenario.json says, else all that topics.json and train.jsonl name
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
   * @throws PackException with all that is wrong with it
   */
  static TopicsPack read(Pack pack, Shots shots) {
    List<Labelled> train = pack.rows("train.jsonl", TopicsPack::labelled);
    List<Labelled> valid = pack.rows("valid.jsonl", TopicsPack::labelled);
    List<Labelled> test = pack.test(TopicsPack::labelled);
    DescribedTopics described = DescribedTopics.read(pack);
    Optional<Set<String>> owned = owned(pack);
    pack.refuseIfBroken();
    Set<String> names = new TreeSet<>(described.names());
    train.forEach(row -> names.addAll(row.labels()));
    if (owned.isPresent()) {
      valid.forEach(row -> names.addAll(row.labels()));
      test.forEach(row -> names.addAll(row.labels()));
      known(names, owned.get());
      names.retainAll(owned.get());
    } else if (names.isEmpty() && !pack.has("topics.json")) {
      throw new PackException(
          "train.jsonl",
          "names no topic, and there is no topics.json: nothing to learn from. A pack of topics is"
              + " a folder with either beside test.jsonl");
    }
    Map<String, TopicId> ids = new LinkedHashMap<>();
    for (String name : names) ids.put(name, new TopicId("t" + ids.size()));
    Map<TopicId, String> labels = new LinkedHashMap<>();
    ids.forEach((name, id) -> labels.put(id, name));
    List<Topic> topics =
        names.stream()
            .map(name -> described.topic(Objects.requireNonNull(ids.get(name)), name))
            .toList();
    List<Text> taught = shots.drawn(texts(train, ids));
    return new TopicsPack(topics, labels, taught, texts(valid, ids), texts(test, ids));
  }

  private static Optional<Set<String>> owned(Pack pack) {
    List<Set<String>> found = new ArrayList<>();
    pack.trying(() ->
        pack.json("scenario.json", "owned")
            .filter(file -> file.has("owned"))
            .ifPresent(file -> found.add(new TreeSet<>(file.texts("owned")))));
    return found.stream().findFirst();
  }

  /** A topic that no row and no description has is most likely a mistyped one. */
  private static void known(Set<String> names, Set<String> owned) {
    List<PackProblem> problems = new ArrayList<>();
    for (String name : owned) {
      if (names.contains(name)) continue;
      String text = "owned \"" + name + "\" stands in no row and not in topics.json";
      problems.add(new PackProblem("scenario.json", text));
    }
    if (!problems.isEmpty()) throw new PackException(problems);
  }

  private static Labelled labelled(Row row) {
    if (!row.has("topic") && !row.has("topics")) {
      throw row.wrong("has no \"topic\"; write {\"text\": \"...\", \"topic\": \"...\" or null}");
    }
    List<String> labels =
        Stream.concat(row.texts("topics").stream(), row.optionalText("topic").stream()).toList();
    if (labels.stream().anyMatch(String::isBlank)) {
      throw row.wrong("\"topic\" is empty; write null for nobody's");
    }
    return new Labelled(row.text("text"), labels);
  }

  private static List<Text> texts(List<Labelled> rows, Map<String, TopicId> ids) {
    List<Text> texts = new ArrayList<>();
    for (Labelled row : rows) {
      Set<TopicId> topics = new LinkedHashSet<>();
      row.labels().stream()
          .flatMap(label -> Optional.ofNullable(ids.get(label)).stream())
          .forEach(topics::add);
      texts.add(new Text(row.text(), topics));
    }
    return texts;
  }
}
