package no.grenselos.app.wiring;

import java.util.List;
import no.grenselos.config.Finding;

/**
 * How the application is doing.
 *
 * @param ready whether it can take events in: the store works. Trouble with one feed or chat is
 *     shown, but a restart would not mend it
 */
public record Health(boolean ready, List<Finding> findings) {
  public Health {
    findings = List.copyOf(findings);
  }
}
