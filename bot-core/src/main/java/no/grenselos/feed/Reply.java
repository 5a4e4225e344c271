package no.grenselos.feed;

import no.grenselos.mention.Mention;

/**
 * An answer on its way out.
 *
 * @param key the same for every attempt at this answer
 */
public record Reply(String key, Mention to, String text) {}
