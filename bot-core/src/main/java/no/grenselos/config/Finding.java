package no.grenselos.config;

/**
 * What {@code grenselos check} found out about one thing.
 *
 * @param what was tried, as {@code slack: bot token}
 * @param text what was found; when not fine, also what to do
 */
public record Finding(boolean fine, String what, String text) {}
