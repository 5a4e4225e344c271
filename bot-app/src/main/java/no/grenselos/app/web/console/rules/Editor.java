package no.grenselos.app.web.console.rules;

import java.util.List;
import java.util.Set;
import no.grenselos.app.web.console.desk.Sides;

/**
 * The editor with a draft in it.
 *
 * @param base the revision that the draft changes
 * @param newest the newest revision; larger than {@code base} when somebody was faster
 * @param texts of the files that are open
 * @param others names of files that can be opened too
 * @param sides what somebody changed meanwhile, and what the draft does
 */
public record Editor(
    int base,
    int newest,
    List<Opened> texts,
    Set<String> gone,
    List<String> others,
    String why,
    int days,
    Seen seen,
    Sides sides) {

  /** One file's text. */
  public record Opened(int index, String name, String text) {
    /** A browser takes the first line break away. */
    public String shown() {
      return text.startsWith("\n") ? "\n" + text : text;
    }

    public int rows() {
      return Math.clamp(text.lines().count() + 2, 8, 32);
    }
  }

  public boolean overtaken() {
    return sides.any();
  }

  /** Where a file's text is on the page; none of it where it is not open. */
  public int indexOf(String file) {
    return texts.stream()
        .filter(text -> text.name().equals(file))
        .map(Opened::index)
        .findFirst()
        .orElse(-1);
  }
}
