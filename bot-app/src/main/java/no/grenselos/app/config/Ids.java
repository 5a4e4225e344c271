package no.grenselos.app.config;

import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.config.Settings;

/** Reads the short names that other files refer to. */
final class Ids {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  private Ids() {}

  /** Whether it can be one. */
  static boolean fits(String id) {
    return SHAPE.matcher(id).matches();
  }

  /** The id under {@code id}, new among {@code taken}; a problem and empty otherwise. */
  static Optional<String> read(Settings settings, String file, Once taken) {
    String id = settings.text("id");
    if (id.isEmpty()) return Optional.empty();
    if (!fits(id)) {
      settings.problem(
          "id", "\"" + id + "\" must be lower-case letters, digits, - and _ only, at most 64");
      return Optional.empty();
    }
    return taken.claim(id, settings, "id", file + ":" + settings.line())
        ? Optional.of(id)
        : Optional.empty();
  }
}
