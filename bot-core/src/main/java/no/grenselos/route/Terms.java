package no.grenselos.route;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the deciding route grants and promises.
 *
 * @param channel the care queue's, or where it goes when nobody is left to ask
 * @param answerWithin promised working time; null when nothing is promised
 * @param offerFor working time an expert has
 */
public record Terms(
    String channel, @Nullable Goal goal, @Nullable Duration answerWithin, Duration offerFor) {}
