package no.grenselos.forecast;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.config.ConfigProblem;
import no.grenselos.route.Route;

/** Where in the admin's files something stands. */
final class Place {
  private static final Pattern LINE = Pattern.compile("(.+):(\\d+)");

  private final String folder;

  /** Other files lie beside the routes'. */
  Place(List<Route> routes) {
    String file = routes.isEmpty() ? "" : file(routes.getFirst());
    this.folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
  }

  /** Advice on a route. */
  static ConfigProblem of(Route route, int number, String key, String text) {
    Matcher line = LINE.matcher(route.place());
    return new ConfigProblem(
        file(route),
        line.matches() ? Integer.parseInt(line.group(2)) : 0,
        "routes[" + number + "]" + (key.isEmpty() ? "" : "." + key),
        text);
  }

  /** Advice on something of another file, or without a line of its own. */
  ConfigProblem of(String file, String path, String text) {
    return new ConfigProblem(folder + file, 0, path, text);
  }

  private static String file(Route route) {
    Matcher line = LINE.matcher(route.place());
    return line.matches() ? line.group(1) : route.place();
  }
}
