package no.grenselos.config;

/**
 * One thing an admin must mend, in the form {@code config/routes.yml:14 routes[2].wehn: unknown
 * key}.
 *
 * @param file the file as the admin named it
 * @param line 1-based; 0 where the problem has no line
 * @param path the value's place within the file, as {@code routes[2].when}; empty for the whole
 *     file
 * @param text what is wrong and what to do
 */
public record ConfigProblem(String file, int line, String path, String text) {
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return path.isEmpty() ? place + ": " + text : place + " " + path + ": " + text;
  }
}
