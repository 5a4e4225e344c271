package no.grenselos.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a network said is left of what it allows us, with its newest answer.
 *
 * @param left requests, 0 or more
 * @param most requests of a whole span; null where it does not say
 * @param until when the span ends and all of them are there again; null where it does not say
 */
public record Allowance(long left, @Nullable Long most, @Nullable Instant until) {
  public Allowance {
    if (left < 0) throw new IllegalArgumentException("left is " + left + ", must be 0 or more");
  }
}
