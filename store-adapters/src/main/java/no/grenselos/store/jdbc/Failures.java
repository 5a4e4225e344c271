package no.grenselos.store.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Finds the engine's own words in what a library threw. */
final class Failures {
  private Failures() {}

  /** The innermost SQL failure; null when there is none. */
  static @Nullable SQLException in(Throwable thrown) {
    SQLException found = null;
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SQLException failure) found = failure;
    }
    return found;
  }
}
