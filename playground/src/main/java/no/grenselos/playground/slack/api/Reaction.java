package no.grenselos.playground.slack.api;

/**
 * An emoji that somebody puts on a message or takes off.
 *
 * @param name without colons: "eyes"
 */
public record Reaction(String user, String name, boolean added) {}
