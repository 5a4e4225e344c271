package no.grenselos.store;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.chat.ChatEvent;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the rules that somebody else was faster than. Each waits until its author says whether
 * it is to be put on top all the same.
 */
public interface RuleDrafts {
  /**
   * @param event what its author did; its {@code on} says at which revision
   * @return the draft's number
   */
  long keep(ChatEvent event);

  Optional<Draft> find(long number);

  /** False when it had ended. */
  boolean end(long number, Instant at);

  /**
   * @param endedAt null while it waits
   */
  record Draft(long number, ChatEvent event, @Nullable Instant endedAt) {}
}
