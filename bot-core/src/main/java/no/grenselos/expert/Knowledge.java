package no.grenselos.expert;

import java.time.Instant;
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
}
