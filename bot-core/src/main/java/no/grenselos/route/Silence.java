package no.grenselos.route;

import java.time.Instant;

/**
 * A mute: matching posts wake nobody until its end.
 *
 * @param when Lucene query as in a route
 * @param by who set it
 * @param keep whether matching posts wait for the end and are decided then; by default they wake
 *     nobody
 */
public record Silence(String when, Instant until, String why, String by, boolean keep) {}
