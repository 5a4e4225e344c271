package no.grenselos.app.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.grenselos.reading.TopicId;

/**
 * How many examples of each topic count.
 *
 * @param each at most so many examples a topic; empty for all
 * @param seed of the draw
 */
record Shots(Optional<Integer> each, long seed) {
  static final Shots ALL = new Shots(Optional.empty(), 0);

  /** So many of each topic, no two alike; all that are nobody's stay. In the order given. */
  List<TopicsPack.Text> drawn(List<TopicsPack.Text> texts) {
    if (each.isEmpty()) return texts;
    List<TopicsPack.Text> distinct = texts.stream().distinct().toList();
    SortedMap<String, List<TopicsPack.Text>> byTopic = new TreeMap<>();
    for (TopicsPack.Text text : distinct) {
      for (TopicId topic : text.topics()) {
        byTopic.computeIfAbsent(topic.id(), key -> new ArrayList<>()).add(text);
      }
    }
    Random random = new Random(seed);
    Set<TopicsPack.Text> drawn = new LinkedHashSet<>();
    for (List<TopicsPack.Text> of : byTopic.values()) {
      Collections.shuffle(of, random);
      drawn.addAll(of.subList(0, Math.min(each.get(), of.size())));
    }
    return distinct.stream().filter(t -> t.topics().isEmpty() || drawn.contains(t)).toList();
  }
}
