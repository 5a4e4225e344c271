package no.grenselos.store;

import java.time.Instant;
import java.util.Optional;
import no.grenselos.mention.Mention;
import no.grenselos.mention.MentionId;
import no.grenselos.reading.Reading;
import no.grenselos.route.Decision;

/** Every mention handled, with what was understood and decided. */
public interface MentionLog {
  /** False when this revision of the mention was handled before; nothing is added then. */
  boolean add(Mention mention, Reading reading, Decision decision, Instant receivedAt);

  /** The newest revision. Its text and author are empty when it was erased. */
  Optional<Logged> find(MentionId id);

  /** Takes text and author of all revisions away; the id stays, so that it is not taken in anew. */
  void erase(MentionId id, Instant at);

  /**
   * Counts a reshare of the original once per reshare; whether the original is known does not
   * matter.
   */
  boolean addReshare(MentionId original, MentionId reshare, Instant at);

  int reshares(MentionId original);

  /**
   * @param erased whether the post is gone outside
   */
  record Logged(
      Mention mention, Reading reading, Decision decision, Instant receivedAt, boolean erased) {}
}
