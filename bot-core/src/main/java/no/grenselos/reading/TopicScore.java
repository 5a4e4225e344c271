package no.grenselos.reading;

import java.util.List;

/**
 * How sure we are that a post is about a topic.
 *
 * @param score 0 to 1
 * @param evidence strongest first
 */
public record TopicScore(TopicId topic, double score, List<Evidence> evidence) {
  public TopicScore {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score of " + topic + " is " + score + ", must be 0 to 1");
    }
    evidence = List.copyOf(evidence);
  }
}
