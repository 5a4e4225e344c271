package no.grenselos.playground.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One post with all its versions; a boost is a post without words that points at another.
 *
 * @param id decimal, increasing with time
 * @param versions oldest first, at least one
 */
public record Status(String id, Account account, List<Version> versions, Place place) {

  /** What the post said from one moment on. */
  public record Version(String text, String language, Instant at) {}

  /**
   * Where a post stands.
   *
   * @param visibility public, unlisted, private or direct
   * @param inReplyTo id of the post it answers
   * @param boostOf id of the post it passes on
   */
  public record Place(String visibility, @Nullable String inReplyTo, @Nullable String boostOf) {}

  /** What people did with a post: each 0 or more. */
  public record Counts(int replies, int boosts, int favourites) {}

  public Status {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("versions of " + id + " is empty, must hold one or more");
    }
  }

  public String text() {
    return latest().text();
  }

  public String language() {
    return latest().language();
  }

  public Instant createdAt() {
    return versions.getFirst().at();
  }

  public Optional<Instant> editedAt() {
    return versions.size() > 1 ? Optional.of(latest().at()) : Optional.empty();
  }

  /** The id as the number it is sorted by. */
  public long number() {
    return Long.parseLong(id);
  }

  private Version latest() {
    return versions.getLast();
  }
}
