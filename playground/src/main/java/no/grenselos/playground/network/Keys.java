package no.grenselos.playground.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Idempotency keys and the posts they made, for one hour (docs.joinmastodon.org, statuses:
 * "Idempotency-Key ... stored for up to 1 hour"). Guarded by the network's lock.
 */
final class Keys {
  private static final Duration KEPT = Duration.ofHours(1);

  private record Used(String statusId, Instant at) {}

  private final Map<String, Used> used = new HashMap<>();
  private final Clock clock;

  Keys(Clock clock) {
    this.clock = clock;
  }

  Optional<String> statusOf(Account account, String key) {
    used.values().removeIf(entry -> !entry.at().plus(KEPT).isAfter(clock.instant()));
    return Optional.ofNullable(used.get(account.id() + " " + key)).map(Used::statusId);
  }

  void remember(Account account, String key, String statusId) {
    used.put(account.id() + " " + key, new Used(statusId, clock.instant()));
  }
}
