package no.grenselos.feed;

import java.util.List;
import java.util.Optional;

/**
 * What one entry under {@code feeds:} gives.
 *
 * @param feeds one or more, each with its own cursor
 * @param publisher where the network takes replies through its API
 */
public record Source(List<Feed> feeds, Optional<Publisher> publisher) {
  public Source {
    feeds = List.copyOf(feeds);
  }
}
