package no.grenselos.app.config;

import java.util.HashMap;
import java.util.Map;
import no.grenselos.config.Settings;

/** Sees to it that a name is given once. */
final class Once {
  private final Map<String, String> places = new HashMap<>();

  /** Whether the value is new; a problem at the key that names the first place when it is not. */
  boolean claim(String value, Settings settings, String key, String place) {
    String first = places.putIfAbsent(value, place);
    if (first == null) return true;
    settings.problem(key, "\"" + value + "\" is taken already, by " + first);
    return false;
  }
}
