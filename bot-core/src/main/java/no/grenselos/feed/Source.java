package no.grenselos.feed;

import java.util.List;
import java.util.Optional;

/**
 * What one entry under {@code feeds:} gives.
 *
 * @param feeds each with its own cursor
 * @param publisher where the network takes replies through its API
 * @param inlet where we are called
 * @param lookup where single posts can be looked at
 */
public record Source(
    List<Feed> feeds,
    Optional<Publisher> publisher,
    Optional<Inlet> inlet,
    Optional<PostLookup> lookup) {
  public Source {
    feeds = List.copyOf(feeds);
  }

  /** What is asked only. */
  public Source(List<Feed> feeds, Optional<Publisher> publisher) {
    this(feeds, publisher, Optional.empty(), Optional.empty());
  }

  /** The same with a place where we are called. */
  public Source with(Inlet inlet) {
    return new Source(feeds, publisher, Optional.of(inlet), lookup);
  }

  /** The same with a way to look at single posts. */
  public Source with(PostLookup lookup) {
    return new Source(feeds, publisher, inlet, Optional.of(lookup));
  }

  /** The same with other feeds. */
  public Source with(List<Feed> feeds) {
    return new Source(feeds, publisher, inlet, lookup);
  }
}
