package no.grenselos.app.config;

import java.util.Optional;
import no.grenselos.revise.Section;

/**
 * Where a section's list stands.
 *
 * @param file its name
 * @param key at the file's top
 * @param id the entries' key by which they are known; empty where they are known by their place
 */
record Listed(String file, String key, String id) {
  /** Empty where each entry has a file of its own. */
  static Optional<Listed> of(Section section) {
    return switch (section) {
      case ROUTES -> Optional.of(new Listed(ConfigFiles.ROUTES, "routes", "name"));
      case SILENCES -> Optional.of(new Listed(ConfigFiles.ROUTES, "silences", ""));
      case EXPERTS -> Optional.of(new Listed(ConfigFiles.EXPERTS, "experts", "id"));
      case TEAMS -> Optional.of(new Listed(ConfigFiles.EXPERTS, "teams", "id"));
      case CASES -> Optional.of(new Listed(ConfigFiles.CASES, "cases", ""));
      case TOPICS -> Optional.empty();
    };
  }
}
