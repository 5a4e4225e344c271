package no.grenselos.reading.topic;

import java.util.List;
import java.util.Optional;
import no.grenselos.reading.TopicScore;

/**
 * What a text is about.
 *
 * @param ranked every topic that can be spoken of at all, the most likely first
 * @param line from this probability on somebody is asked, 0 to 1
 */
public record Judgement(List<TopicScore> ranked, double line) {
  public Judgement {
    ranked = List.copyOf(ranked);
  }

  /** The topic it is most like, were it about one; empty when there are no topics. */
  public Optional<TopicScore> best() {
    return ranked.stream().findFirst();
  }

  /** Those that it is about; empty means nobody's. */
  public List<TopicScore> topics() {
    return ranked.stream().filter(score -> score.score() >= line).toList();
  }
}
