package no.grenselos.app.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.grenselos.config.Finding;
import no.grenselos.feed.Allowance;
import no.grenselos.feed.Price;
import org.jspecify.annotations.Nullable;

/**
 * How one feed is doing.
 *
 * @param last how the last look went
 * @param readAt when a page was last read; null for not since the start
 * @param lag how old the newest post of the last page that had any was when it was read; null for
 *     none read yet
 * @param nextBy when the next look has begun at the latest, if all goes well
 * @param counted since the start
 * @param spent what the posts read since the start cost, by the price in the configuration; empty
 *     where it says none
 * @param allowance what its network said that it still allows
 */
public record FeedVitals(
    String name,
    Finding last,
    @Nullable Instant readAt,
    @Nullable Duration lag,
    Instant nextBy,
    Counted counted,
    Optional<Price> spent,
    Optional<Allowance> allowance) {

  /**
   * How often what happened.
   *
   * @param pages looks that gave a page
   * @param posts new or changed posts on them, before we leave out what we have; networks that bill
   *     by the post bill for these
   * @param waits looks at which the network asked us to wait
   * @param failures looks that failed or were refused
   */
  public record Counted(long pages, long posts, long waits, long failures) {
    public static final Counted NOTHING = new Counted(0, 0, 0, 0);
  }

  /** Whether it has not looked for longer than it should have. */
  public boolean late(Instant now) {
    return now.isAfter(nextBy);
  }
}
