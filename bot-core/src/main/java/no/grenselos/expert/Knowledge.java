package no.grenselos.expert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.reading.TopicId;

/**
 * What was learned about who knows what, as a ranking asks for it. Called inside a transaction:
 * answers from memory, within milliseconds; from any thread.
 */
@FunctionalInterface
public interface Knowledge {
  /** Learns nothing: the one with the fewest nudges lately comes first. */
  Knowledge NONE = (post, topic, now) -> Optional.empty();

  /** Everybody's standing for the post, or empty when nothing can be said. */
  Optional<Standings> of(Mention post, TopicId topic, Instant now);

  /** By each one's standing for the post, or by the fewest nudges lately when nothing is known. */
  default Ranking rank(List<Expert> experts, Mention post, Ranking.Situation situation) {
    return of(post, situation.topic(), situation.now())
        .map(standings -> Ranking.of(experts, situation, standings))
        .orElseGet(() -> Ranking.of(experts, situation));
  }
}
