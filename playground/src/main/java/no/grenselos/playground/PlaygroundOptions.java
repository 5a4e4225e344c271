package no.grenselos.playground;

import java.time.Clock;
import java.util.List;
import no.grenselos.playground.stage.Part;

/**
 * How to start a playground; by default a random port, the system's clock and the parts that {@code
 * ServiceLoader} finds.
 *
 * @param port 0 for a random free one
 * @param parts given ones; a part found by {@code ServiceLoader} is left out when one of the same
 *     name is given
 */
public record PlaygroundOptions(int port, Clock clock, List<Part> parts) {
  public PlaygroundOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", must be 0 to 65535");
    }
    parts = List.copyOf(parts);
  }

  public static PlaygroundOptions defaults() {
    return new PlaygroundOptions(0, Clock.systemUTC(), List.of());
  }

  public PlaygroundOptions port(int newPort) {
    return new PlaygroundOptions(newPort, clock, parts);
  }

  public PlaygroundOptions parts(Part... newParts) {
    return new PlaygroundOptions(port, clock, List.of(newParts));
  }
}
