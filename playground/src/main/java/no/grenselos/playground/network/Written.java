package no.grenselos.playground.network;

import java.time.Instant;
import java.util.Optional;

/**
 * What an account wrote.
 *
 * @param posts how many
 * @param last when the newest was written
 */
public record Written(int posts, Optional<Instant> last) {}
