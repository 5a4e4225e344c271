package no.grenselos.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.grenselos.feed.FeedLabel;
import no.grenselos.feed.FeedState;
import org.jspecify.annotations.Nullable;

/** Which node reads each feed, and how that goes. */
public interface FeedStates {
  /**
   * This node reads the feed until then, unless another one does. Whoever has it may ask again.
   *
   * @param node unique among all processes that ever ran
   * @param meter what the feed's posts are counted under, with those of other feeds
   * @return whether this node has it
   */
  boolean hold(FeedLabel feed, String node, Instant now, Instant until);

  /** The node reads it no more; another one may at once. Nothing happens where it did not. */
  void letGo(String feed, String node);

  /** Keeps how it went. False when the node does not have the feed any more: roll back. */
  boolean save(String feed, String node, FeedState state);

  /** Empty for a feed that no node ever held. */
  Optional<Row> find(String feed);

  /** All that were ever held, by name. */
  List<Row> all();

  /** How many posts were read in that month under this meter. */
  long read(String meter, YearMonth month);

  /**
   * One feed.
   *
   * @param label as the node that held it last has it
   * @param holder the node that reads it; null where it was let go
   * @param heldUntil when its hold lapses unless it asks again; null where it was let go
   */
  record Row(
      FeedLabel label, @Nullable String holder, @Nullable Instant heldUntil, FeedState state) {
    public String feed() {
      return label.name();
    }
  }
}
