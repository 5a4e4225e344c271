package no.grenselos.mention;

import java.time.Instant;

/** What happened to a post outside. */
public sealed interface MentionEvent {
  MentionId id();

  /**
   * Equal for repetitions of the same event, different for different ones: the key that makes
   * handling happen once.
   */
  String key();

  /** A post we may not have seen before. */
  record Posted(Mention mention) implements MentionEvent {
    @Override
    public MentionId id() {
      return mention.id();
    }

    @Override
    public String key() {
      return mention.id() + "#" + mention.revision();
    }
  }

  /**
   * A post whose words changed; {@code mention} holds the new ones. Same key as a first sight of
   * that revision.
   */
  record Edited(Mention mention) implements MentionEvent {
    @Override
    public MentionId id() {
      return mention.id();
    }

    @Override
    public String key() {
      return mention.id() + "#" + mention.revision();
    }
  }

  /**
   * Somebody likes a post, most likely one of ours.
   *
   * @param id the post that is liked
   * @param by the handle of whoever likes it, as in {@link Author}
   */
  record Liked(MentionId id, String by, Instant at) implements MentionEvent {
    /** Keys are kept for good, so this one names nobody. */
    @Override
    public String key() {
      return id + "#liked:" + who();
    }

    /** Tells one who likes it from another, without saying who it is. */
    public String who() {
      return Integer.toHexString(by.hashCode());
    }
  }

  /** A post its author or the network took away. */
  record Deleted(MentionId id, Instant noticedAt) implements MentionEvent {
    @Override
    public String key() {
      return id + "#deleted";
    }
  }
}
