package no.grenselos.reading;

import java.util.List;
import java.util.Optional;

/**
 * What we understood of one mention.
 *
 * @param intentScore 0 to 1, how sure the intent is
 * @param topics those above the threshold, best first; empty means nobody's topic
 */
public record Reading(
    Language language,
    Intent intent,
    double intentScore,
    List<Evidence> intentEvidence,
    List<TopicScore> topics) {
  public Reading {
    intentEvidence = List.copyOf(intentEvidence);
    topics = List.copyOf(topics);
  }

  public Optional<TopicScore> topic(TopicId id) {
    return topics.stream().filter(score -> score.topic().equals(id)).findFirst();
  }
}
