package no.grenselos.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import no.grenselos.config.Secret;
import no.grenselos.config.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Secrets from environment variables, or from the files that variables of the same name with {@code
 * _FILE} behind it name, as containers and systemd hand them over. One that is set but blank counts
 * as not set; of both the variable counts.
 */
public record Environment(Map<String, String> variables) implements Secrets {
  private static final String FILE = "_FILE";

  /** No secret is that long, and a file named by mistake may be. */
  private static final long MOST_BYTES = 100_000;

  public Environment {
    variables = Map.copyOf(variables);
  }

  /**
   * @throws CannotStart when a file is named and cannot be read
   */
  @Override
  public Optional<Secret> find(String name) {
    return said(variables.get(name)).or(() -> filed(name + FILE)).map(Secret::new);
  }

  private Optional<String> filed(String name) {
    return said(variables.get(name)).flatMap(file -> said(content(name, file)));
  }

  private static Optional<String> said(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
  }

  private static String content(String name, String file) {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > MOST_BYTES) {
        throw new CannotStart(name + " names " + file + ", which is too long for a secret");
      }
      return Files.readString(path);
    } catch (IOException e) {
      throw new CannotStart(
          name + " names " + file + ", which cannot be read; check that it is there and ours", e);
    }
  }

  @Override
  public String toString() {
    return "Environment" + variables.keySet();
  }
}
