package no.grenselos.store;

import java.time.Instant;
import java.util.Set;
import no.grenselos.expert.ExpertId;
import no.grenselos.reading.TopicId;

/** What experts said about themselves in chat, on top of the rule book. */
public interface Directory {
  void mute(ExpertId expert, TopicId topic, Instant at);

  void unmute(ExpertId expert, TopicId topic);

  Set<TopicId> muted(ExpertId expert);

  /** Who does not want to hear of the topic for now. */
  Set<ExpertId> mutedBy(TopicId topic);
}
