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

  /** A post its author or the network took away. */
  record Deleted(MentionId id, Instant noticedAt) implements MentionEvent {
    @Override
    public String key() {
      return id + "#deleted";
    }
  }
}
