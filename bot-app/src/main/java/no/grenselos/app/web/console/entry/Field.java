package no.grenselos.app.web.console.entry;

import java.util.List;

/**
 * One value of an entry, as a form asks for it.
 *
 * @param path its keys, as {@code hours.from}
 * @param kind how it is asked for
 * @param choices what can be chosen, in order; empty for what is typed
 */
public record Field(String path, Kind kind, List<Choice> choices) {
  /** How a value is asked for. */
  public enum Kind {
    /** One line. */
    WORD,
    /** Several lines that are one text. */
    TEXT,
    /** On or off; off is what is not written. */
    FLAG,
    /** One of the choices, or none. */
    CHOICE,
    /** Any of the choices. */
    PICKS,
    /** A list, one a line. */
    LINES,
    /** People with their handles, one a line. */
    MEMBERS
  }

  /**
   * One of what can be chosen.
   *
   * @param name for people; where it is empty a phrase says it
   */
  public record Choice(String value, String name) {}

  public Field {
    choices = List.copyOf(choices);
  }

  static Field of(String path, Kind kind) {
    return new Field(path, kind, List.of());
  }

  /** Its name in a page. */
  public String id() {
    return "f-" + path.replace('.', '-');
  }

  List<String> keys() {
    return List.of(path.split("\\.", -1));
  }
}
