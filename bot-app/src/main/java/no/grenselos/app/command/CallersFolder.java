package no.grenselos.app.command;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where paths on the command line begin. The launcher starts us in the project's own folder, so
 * that data/ is the same one always, and tells where it was called.
 */
public final class CallersFolder {
  private static final String PROPERTY = "grenselos.caller";

  private CallersFolder() {}

  /** Where the caller wants a file to be written. */
  static Path target(String path) {
    return Path.of(System.getProperty(PROPERTY, "")).resolve(path);
  }

  /** The path as the caller meant it; one that is not there is looked for in our own folder too. */
  public static Path resolve(String path) {
    Path asCalled = target(path);
    return Files.exists(asCalled) || !Files.exists(Path.of(path)) ? asCalled : Path.of(path);
  }
}
