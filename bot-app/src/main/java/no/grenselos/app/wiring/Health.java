package no.grenselos.app.wiring;

import java.util.ArrayList;
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

  private static final Finding LEAVING =
      new Finding(
          false, "node", "stops: takes nothing new; send it to another node, or wait for the next");

  /**
   * The same, with the flows.
   *
   * @param leaving whether this node was told to stop
   */
  Health with(boolean leaving, Finding flows) {
    List<Finding> all = new ArrayList<>(findings);
    all.add(flows);
    if (leaving) all.add(LEAVING);
    return new Health(ready && !leaving, all);
  }
}
