package no.grenselos.app.web.console;

import java.util.function.Supplier;
import no.grenselos.app.vitals.Vitals;
import no.grenselos.app.wiring.Grenselos;
import no.grenselos.app.wiring.Health;

/**
 * Where pages read how the parts are doing.
 *
 * @param health as last seen; calls nobody but the store
 * @param vitals counted since this process started
 */
public record Gauges(Supplier<Health> health, Supplier<Vitals> vitals) {
  static Gauges of(Grenselos grenselos) {
    return new Gauges(grenselos::health, grenselos::vitals);
  }
}
