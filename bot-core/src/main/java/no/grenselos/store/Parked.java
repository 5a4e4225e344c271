package no.grenselos.store;

import java.time.Instant;

/** An entry set aside for the admin, with the reason. */
public record Parked(String key, String what, String reason, Instant since) {}
