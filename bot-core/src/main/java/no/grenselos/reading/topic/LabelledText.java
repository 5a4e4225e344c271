package no.grenselos.reading.topic;

import java.util.List;
import no.grenselos.reading.TopicId;

/**
 * A text and what it is about.
 *
 * @param topics empty when it is nobody's
 * @param weight how much it counts, 1 for an example somebody gave; what was learned long ago
 *     counts less
 */
public record LabelledText(String text, List<TopicId> topics, double weight) {
  public LabelledText {
    topics = List.copyOf(topics);
    if (!(weight > 0)) throw new IllegalArgumentException("weight is " + weight + ", must be > 0");
  }

  public static LabelledText of(String text, List<TopicId> topics) {
    return new LabelledText(text, topics, 1);
  }
}
