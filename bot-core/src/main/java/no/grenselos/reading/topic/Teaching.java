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
 * @param ordinary posts of all the world, neither ours nor against us
 */
public record Teaching(
    List<LabelledText> examples, List<LabelledText> outcomes, List<String> ordinary) {
  public static final Teaching NONE = new Teaching(List.of(), List.of(), List.of());

  public Teaching {
    examples = List.copyOf(examples);
    outcomes = List.copyOf(outcomes);
    ordinary = List.copyOf(ordinary);
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
