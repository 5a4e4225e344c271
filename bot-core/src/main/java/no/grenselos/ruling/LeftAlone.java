package no.grenselos.ruling;

import java.util.Map;
import no.grenselos.revise.Section;

/**
 * Posts that nobody is to be asked about. With an end it is a silence, without one a route that
 * drops.
 *
 * @param until a day, or a day and a time, as the rules' files write it; empty for good
 * @param why for colleagues who wonder
 */
public record LeftAlone(Matching posts, String until, String why) {
  private static final int NAME = 60;

  /** Where it is written. */
  public Section section() {
    return until.isEmpty() ? Section.ROUTES : Section.SILENCES;
  }

  /**
   * The entry's keys.
   *
   * @param by who decided, for those who read the files
   */
  public Map<String, String> keys(String by) {
    return until.isEmpty()
        ? Map.of("name", name(), "when", posts.query(), "drop", why)
        : Map.of("when", posts.query(), "until", until, "why", why, "by", by);
  }

  private String name() {
    String name = "do-not-engage: " + posts.name();
    int end = Math.min(NAME, name.length());
    // half a character is none
    return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
  }
}
