package no.grenselos.app.web.console.desk;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.config.ConfigProblem;

/**
 * Where in the rule book's files something is to be mended.
 *
 * @param file without the folder, as {@code routes.yml}
 * @param line 1-based; 0 where there is none
 * @param path as {@code routes[2].when}; may be empty
 */
public record Spot(String file, int line, String path, String text) {
  /** More than this nobody mends at one go; the page says how many there are. */
  public static final int MOST = 200;

  private static final Pattern ENTRY = Pattern.compile("([a-z]+)\\[(\\d+)](?:\\.(.*))?");

  private static final Pattern CHARACTER =
      Pattern.compile("character (\\d{1,6}): .*", Pattern.DOTALL);

  /** Place within the value, from 1, where the text tells one; else 0. */
  public int character() {
    Matcher matcher = CHARACTER.matcher(text);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  public static Spot of(ConfigProblem problem) {
    // "config/" or "revision 8/" stands in front
    String file = problem.file().substring(problem.file().indexOf('/') + 1);
    return new Spot(file, problem.line(), problem.path(), problem.text());
  }

  /** Not more than anybody mends at one go. */
  public static List<Spot> first(Collection<ConfigProblem> problems) {
    return problems.stream().limit(MOST).map(Spot::of).toList();
  }

  public static List<Spot> all(Collection<ConfigProblem> problems) {
    return problems.stream().map(Spot::of).toList();
  }

  /** Whether it is about that entry of that list. */
  public boolean isOf(String list, int index) {
    Matcher matcher = ENTRY.matcher(path);
    return matcher.matches()
        && matcher.group(1).equals(list)
        && matcher.group(2).equals(Integer.toString(index));
  }

  /** The path below the entry; empty when it is about the entry itself. */
  public String below() {
    Matcher matcher = ENTRY.matcher(path);
    if (!matcher.matches()) return path;
    String rest = matcher.group(3);
    return rest == null ? "" : rest;
  }
}
