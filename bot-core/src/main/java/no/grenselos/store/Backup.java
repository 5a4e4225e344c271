package no.grenselos.store;

import java.nio.file.Path;
import java.util.List;

/** What came of the wish for a copy of everything that is kept. */
public sealed interface Backup {
  /**
   * A whole copy, looked through after it was made.
   *
   * @param bytes its size
   * @param schema the version of its tables
   */
  record Made(Path file, long bytes, String schema) implements Backup {}

  /**
   * The engine's own tools make it.
   *
   * @param commands to be typed, in this order; no password is in them
   * @param hint what else to know, in one sentence
   */
  record ByTools(List<String> commands, String hint) implements Backup {
    public ByTools {
      commands = List.copyOf(commands);
    }
  }
}
