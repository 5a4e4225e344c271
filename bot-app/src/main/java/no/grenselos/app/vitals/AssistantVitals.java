package no.grenselos.app.vitals;

import java.time.Duration;

/**
 * How the assistant that drafts answers is doing.
 *
 * @param model as its API calls it
 * @param host of the API
 * @param longest how long one draft may take
 * @param drafts made since the start
 * @param declined asked for since the start and not made, or not grounded in what it was given
 * @param tokens read and written since the start, as its API says; 0 where it does not
 */
public record AssistantVitals(
    String model, String host, Duration longest, long drafts, long declined, long tokens) {}
