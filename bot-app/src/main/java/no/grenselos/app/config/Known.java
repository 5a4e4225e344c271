package no.grenselos.app.config;

import java.util.Set;

/**
 * What the installed adapters offer.
 *
 * @param engines keys possible under {@code store:}
 * @param houses keys possible under {@code chats:} and in an expert's entry
 * @param networks keys possible in an entry of {@code feeds:}
 * @param encoders keys possible under {@code encoder:}
 * @param logs keys possible under {@code log:}
 */
public record Known(
    Set<String> engines,
    Set<String> houses,
    Set<String> networks,
    Set<String> encoders,
    Set<String> logs) {
  /** Without a log. */
  public Known(
      Set<String> engines, Set<String> houses, Set<String> networks, Set<String> encoders) {
    this(engines, houses, networks, encoders, Set.of());
  }

  public Known {
    engines = Set.copyOf(engines);
    houses = Set.copyOf(houses);
    networks = Set.copyOf(networks);
    encoders = Set.copyOf(encoders);
    logs = Set.copyOf(logs);
  }
}
