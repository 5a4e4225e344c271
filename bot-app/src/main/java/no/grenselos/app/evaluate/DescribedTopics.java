package no.grenselos.app.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.grenselos.reading.Topic;
import no.grenselos.reading.TopicId;

/** Topics as topics.json has them: a list, or a list under {@code topics}. */
final class DescribedTopics {
  private static final String LIST = "topics";
  private static final String TOPICS = "topics.json";

  private final SortedMap<String, Described> topics = new TreeMap<>();

  private record Described(
      Map<String, String> names,
      Map<String, String> descriptions,
      List<String> keywords,
      List<String> phrases,
      List<String> examples,
      List<String> counterexamples) {
    static final Described NOT =
        new Described(Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of());

    static Described of(Row row) {
      return new Described(
          row.spoken("name"),
          row.spoken("describe"),
          row.texts("keywords"),
          row.texts("phrases"),
          row.texts("examples"),
          row.texts("not"));
    }
  }

  /** None where there is no topics.json; problems are left with the pack. */
  static DescribedTopics read(Pack pack) {
    DescribedTopics described = new DescribedTopics();
    pack.trying(() ->
        pack.json(TOPICS, LIST)
            .ifPresent(file -> {
              if (!file.has(LIST)) throw file.wrong("must be a list of topics");
              for (Row row : file.rows(LIST)) pack.trying(() -> described.add(row));
            }));
    return described;
  }

  private void add(Row row) {
    String id = row.text("id");
    if (id.isBlank()) throw row.wrong("\"id\" is empty");
    if (topics.put(id, Described.of(row)) != null)
      throw row.wrong("has topic \"" + id + "\" twice");
  }

  Set<String> names() {
    return topics.keySet();
  }

  /** The topic of that name; with its name alone where it is not described. */
  Topic topic(TopicId id, String name) {
    Map<String, String> names = new TreeMap<>();
    // a label is a name too, and often the best one there is
    names.put("en", name.replace('_', ' ').replace('-', ' ').replace("/", " and "));
    Described topic = topics.getOrDefault(name, Described.NOT);
    names.putAll(topic.names());
    return new Topic(
        id,
        names,
        topic.descriptions(),
        topic.keywords(),
        topic.phrases(),
        topic.examples(),
        topic.counterexamples());
  }
}
