package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.grenselos.reading.Topic;
import no.grenselos.reading.meaning.Meanings;
import no.grenselos.reading.meaning.Meant;

/**
 * Topics and what was taught, put in order for learning, with the meaning of every text. A model
 * keeps the meanings of what it learned from, so that learning one more text encodes one more text.
 * Immutable; safe for many threads.
 */
final class Material {
  private final List<Topic> topics;
  private final Teaching teaching;
  private final List<LabelledText> examples;
  private final List<LabelledText> against;
  private final Map<String, Meant> meant;

  /**
   * @param topics as they stand in the rule book
   * @param known meanings of some of the texts, by text; may be empty
   */
  Material(List<Topic> topics, Teaching teaching, Meanings meanings, Map<String, Meant> known) {
    this.topics = topics.stream().map(teaching::taught).toList();
    this.teaching = teaching;
    this.examples = examples(topics, teaching);
    this.against = against(this.topics);
    this.meant = meant(meanings, known);
  }

  private Material(Material whole, Set<String> hidden) {
    this.topics = whole.topics.stream().map(topic -> without(topic, hidden)).toList();
    this.teaching = whole.teaching;
    this.examples = whole.examples.stream().filter(one -> !hidden.contains(one.text())).toList();
    this.against = against(this.topics);
    this.meant = whole.meant;
  }

  /** The same without these among examples and counterexamples; outcomes and background stay. */
  Material without(Set<String> texts) {
    return new Material(this, texts);
  }

  private static Topic without(Topic topic, Set<String> hidden) {
    return new Topic(
        topic.id(),
        topic.names(),
        topic.descriptions(),
        topic.keywords(),
        topic.phrases(),
        topic.examples().stream().filter(text -> !hidden.contains(text)).toList(),
        topic.counterexamples().stream().filter(text -> !hidden.contains(text)).toList());
  }

  private static List<LabelledText> against(List<Topic> topics) {
    return topics.stream()
        .flatMap(topic ->
            topic.counterexamples().stream()
                .map(text -> LabelledText.of(text, List.of(topic.id()))))
        .toList();
  }

  /** Each text once for its topics; what a topic says of itself counts in full. */
  private static List<LabelledText> examples(List<Topic> topics, Teaching teaching) {
    Map<String, LabelledText> examples = new LinkedHashMap<>();
    teaching.examples().forEach(one -> examples.putIfAbsent(one.topics() + one.text(), one));
    for (Topic topic : topics) {
      Teaching.of(topic).forEach(one -> examples.put(one.topics() + one.text(), one));
    }
    return List.copyOf(examples.values());
  }

  /** All that are not known at once: an encoder is faster with many. */
  private Map<String, Meant> meant(Meanings meanings, Map<String, Meant> known) {
    Set<String> texts = new LinkedHashSet<>();
    Stream.of(examples, teaching.outcomes(), against)
        .forEach(list -> list.forEach(one -> texts.add(one.text())));
    Map<String, Meant> meant = new HashMap<>();
    List<String> fresh = new ArrayList<>();
    for (String text : texts) {
      Meant before = known.get(text);
      if (before == null || before.vector().length == 0) fresh.add(text);
      else meant.put(text, before);
    }
    List<Meant> answers = meanings.of(fresh);
    for (int i = 0; i < fresh.size(); i++) meant.put(fresh.get(i), answers.get(i));
    return meant;
  }

  /** The topics with what was taught among their examples and counterexamples. */
  List<Topic> topics() {
    return topics;
  }

  List<LabelledText> examples() {
    return examples;
  }

  /** Counterexamples, labelled with the topic they are none of. */
  List<LabelledText> against() {
    return against;
  }

  /** Outcomes that were nobody's, each text once. */
  List<LabelledText> nobodys() {
    Map<String, LabelledText> nobodys = new LinkedHashMap<>();
    teaching.outcomes().stream()
        .filter(one -> one.topics().isEmpty())
        .forEach(one -> nobodys.put(one.text(), one));
    return List.copyOf(nobodys.values());
  }

  /** Outcomes that were about something. */
  List<LabelledText> somebodys() {
    return teaching.outcomes().stream().filter(one -> !one.topics().isEmpty()).toList();
  }

  /** By text. */
  Map<String, Meant> meant() {
    return meant;
  }

  Meant meant(String text) {
    return Objects.requireNonNull(meant.get(text));
  }

  /** Whether every text has a vector; if not, as while the encoder fails, words must do. */
  boolean encoded() {
    return meant.values().stream().allMatch(one -> one.vector().length > 0);
  }

  /** What was nobody's in the order of {@link #nobodys}, then counterexamples; each text once. */
  Background background() {
    if (!encoded()) return new Background(List.of());
    Set<String> texts = new LinkedHashSet<>();
    nobodys().forEach(one -> texts.add(one.text()));
    against.forEach(one -> texts.add(one.text()));
    return new Background(texts.stream().map(text -> meant(text).vector()).toList());
  }

  /** Examples and counterexamples of each topic; only when {@link #encoded}. */
  Neighbours neighbours() {
    return new Neighbours(byTopic(examples), byTopic(against));
  }

  private List<List<Neighbours.Example>> byTopic(List<LabelledText> texts) {
    Map<String, List<Neighbours.Example>> byTopic = new LinkedHashMap<>();
    topics.forEach(topic -> byTopic.put(topic.id().id(), new ArrayList<>()));
    for (LabelledText one : texts) {
      one.topics().stream()
          .map(topic -> byTopic.get(topic.id()))
          .filter(Objects::nonNull)
          .forEach(
              list -> list.add(new Neighbours.Example(one.text(), meant(one.text()).vector())));
    }
    return List.copyOf(byTopic.values());
  }
}
