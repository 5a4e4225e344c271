package no.grenselos.route;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the deciding route grants and promises.
 *
 * @param channel the care queue's, or where it goes when nobody is left to ask
 * @param answerWithin promised working time; null when nothing is promised
 * @param offerFor working time an expert has
 * @param claimFor working time after which a claim without a word is given back; null for never
 * @param fact what an expert is asked while care keeps the post; null when none is asked
 */
public record Terms(
    String channel,
    @Nullable Goal goal,
    @Nullable Duration answerWithin,
    Duration offerFor,
    @Nullable Duration claimFor,
    @Nullable String fact) {
  /** Terms under which claims last, and no fact is asked for. */
  public Terms(
      String channel, @Nullable Goal goal, @Nullable Duration answerWithin, Duration offerFor) {
    this(channel, goal, answerWithin, offerFor, null, null);
  }
}
