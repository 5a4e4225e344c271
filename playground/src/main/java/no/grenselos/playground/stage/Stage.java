package no.grenselos.playground.stage;

import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/** What the playground lends to a {@link Part}: the time, the bus, and where the server is. */
public final class Stage {
  private final Clock clock;
  private final Happenings happenings;
  private final Supplier<URI> base;

  public Stage(Clock clock, Happenings happenings, Supplier<URI> base) {
    this.clock = clock;
    this.happenings = happenings;
    this.base = base;
  }

  /** The only source of time in a part; a test may move it. */
  public Clock clock() {
    return clock;
  }

  public Happenings happenings() {
    return happenings;
  }

  /**
   * The address of the server, ending in a slash: {@code http://127.0.0.1:PORT/}. Throws {@code
   * IllegalStateException} before the server listens: ask when answering, not when opening.
   */
  public URI base() {
    return base.get();
  }
}
