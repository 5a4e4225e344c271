package no.grenselos.reading.topic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.reading.Topic;

/**
 * What a topic model learns from, besides the topics themselves.
 *
 * @param examples texts of topics, which new texts are compared with
 * @param outcomes what became of posts, and ordinary posts that were nobody's: they teach when to
 *     be silent. A text may stand in both: then its own likeness to itself does not count.
 * @param against texts that sound like the topics they are labelled with and are not
 */
public record Teaching(
    List<LabelledText> examples, List<LabelledText> outcomes, List<LabelledText> against) {
  public static final Teaching NONE = new Teaching(List.of(), List.of(), List.of());

  private static final int MOST = 200;

  public Teaching {
    examples = List.copyOf(examples);
    outcomes = List.copyOf(outcomes);
    against = List.copyOf(against);
  }

  /** The topic with what was learned of it: its latest examples and counterexamples. */
  Topic taught(Topic topic) {
    return new Topic(
        topic.id(),
        topic.names(),
        topic.descriptions(),
        topic.keywords(),
        topic.phrases(),
        joined(topic.examples(), learned(examples, topic)),
        joined(topic.counterexamples(), learned(against, topic)));
  }

  private static List<String> learned(List<LabelledText> texts, Topic topic) {
    List<String> of =
        texts.stream()
            .filter(text -> text.topics().contains(topic.id()))
            .map(LabelledText::text)
            .toList();
    return of.subList(Math.max(0, of.size() - MOST), of.size());
  }

  private static List<String> joined(List<String> own, List<String> learned) {
    Set<String> all = new LinkedHashSet<>(own);
    all.addAll(learned);
    return List.copyOf(all);
  }

  /** Everything that a topic says of itself: names, descriptions, keywords, examples. */
  static List<LabelledText> of(Topic topic) {
    Set<String> texts = new LinkedHashSet<>();
    topic.names().keySet().stream().sorted().forEach(tag -> texts.add(topic.names().get(tag)));
    topic.descriptions().keySet().stream()
        .sorted()
        .forEach(tag -> texts.add(topic.descriptions().get(tag)));
    List<LabelledText> own = new ArrayList<>();
    texts.addAll(topic.examples());
    texts.forEach(text -> own.add(LabelledText.of(text, List.of(topic.id()))));
    return own;
  }
}
