package no.grenselos.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import no.grenselos.mention.MentionId;

/**
 * Posts that came in before the one they answer or quote; and the turn in which posts of one
 * conversation are taken in, over all nodes. Ids only: erasing a post leaves nothing here to erase.
 */
public interface EarlyPosts {
  /**
   * Holds these posts: whoever holds one of them too waits until this transaction ends, and then
   * sees what it did. To be called before anything else is read that hangs on them.
   */
  void hold(Collection<MentionId> posts);

  /** Keeps that a post came in before the one it speaks to; once, however often it is said. */
  void keep(MentionId post, MentionId speaksTo, Instant at);

  /** Those that speak to this post and came in before it, oldest first. */
  List<MentionId> before(MentionId post);
}
