package no.grenselos.store;

import java.time.Instant;

/**
 * An entry set aside for the admin, with the reason.
 *
 * @param what kind of event or errand it is, as {@code Posted} or {@code Show}
 * @param since when the attempt began that was the last
 */
public record Parked(String key, String what, String reason, Instant since) {}
